package dev.processsync.tableapi;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How the records of an answer are shown. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
    in = ParameterIn.QUERY,
    name = "sysparm_fields",
    description =
        "The fields wanted, separated by commas, also of records referred to:"
            + " number,assignment_group.name. A field that there is not is left out.")
@Parameter(
    in = ParameterIn.QUERY,
    name = "sysparm_display_value",
    description =
        "false (default): stored values. true: what people read, names for references and labels"
            + " for choices. all: both.")
@Parameter(
    in = ParameterIn.QUERY,
    name = "sysparm_exclude_reference_link",
    description = "true: references without links.")
@interface ShowParameters {}
