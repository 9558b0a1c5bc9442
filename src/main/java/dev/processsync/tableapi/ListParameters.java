package dev.processsync.tableapi;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Which records are listed. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
    in = ParameterIn.QUERY,
    name = "sysparm_query",
    description =
        "An encoded query: active=true^priority<3^ORassigned_toISEMPTY^ORDERBYDESCsys_created_on."
            + " Any other parameter that is a field's name is one more condition: state=2.")
@Parameter(
    in = ParameterIn.QUERY,
    name = "sysparm_limit",
    description = "The most records of the answer, up to 10000 (default).")
@Parameter(
    in = ParameterIn.QUERY,
    name = "sysparm_offset",
    description = "How many records to pass over; the header Link has the pages.")
@Parameter(
    in = ParameterIn.QUERY,
    name = "sysparm_no_count",
    description = "true: don't count, so no header X-Total-Count and no last page.")
@Parameter(
    in = ParameterIn.QUERY,
    name = "sysparm_suppress_pagination_header",
    description = "true: no header Link.")
@interface ListParameters {}
