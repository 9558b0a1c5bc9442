package dev.processsync;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the API's documentation ({@code /api/docs}, to read at {@code /api/docs/ui}) begins with.
 */
@Configuration(proxyBeanMethods = false)
class ApiDocumentation {

  private static final String BASIC = "basic";

  @Bean
  OpenAPI api() {
    return new OpenAPI()
        .info(
            new Info()
                .title("Remote Process Sync")
                .version("v1")
                .description(
                    """
                    One instance of Remote Process Sync: its records, as clients of ServiceNow's \
                    Table API know them, what administers the synchronisation, and what other \
                    instances call.

                    Every call is made as a user of the instance, by HTTP Basic, and may do what \
                    the user's roles allow. A refusal is answered as \
                    `{"error":{"message":…,"detail":…},"status":"failure"}`; the detail says what \
                    was wrong and what would be right. Dates are `yyyy-MM-dd HH:mm:ss`, UTC."""))
        .components(
            new Components()
                .addSecuritySchemes(
                    BASIC, new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("basic")))
        .addSecurityItem(new SecurityRequirement().addList(BASIC));
  }
}
