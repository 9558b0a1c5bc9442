package dev.processsync.tableapi;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How the values of a record are given. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
    in = ParameterIn.QUERY,
    name = "sysparm_input_display_value",
    description = "true: the values are what people read, so choices come as labels.")
@RequestBody(
    required = true,
    description =
        "Values by field name: strings, numbers, booleans, null for empty. A reference is given by"
            + " sys_id or display value, also in the form in which it is shown.",
    content = @Content(schema = @Schema(type = "object")))
@interface InputParameters {}
