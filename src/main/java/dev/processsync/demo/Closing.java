package dev.processsync.demo;

import java.nio.file.Path;

/** What to look at and what to try next: the last thing that the demo says. */
final class Closing {

  private Closing() {}

  static String of(Instance a, Instance b, Path data) {
    return """

        The pair is up: %1$s is the customer, %2$s the vendor. Ctrl+C stops both; the data stays.

        %3$s
        %4$s
        Logs, databases and the generated passwords (demo.properties): %5$s

        Try next:
          # one more request on A …
          %6$s/api/now/table/incident' -H 'Content-Type: application/json' \\
            -d '{"short_description":"A second screen","severity":"2","assignment_group":"%7$s"}'
          # … and its copy on B
          %8$s/api/now/table/incident?sysparm_query=ORDERBYDESCnumber&sysparm_limit=1&sysparm_display_value=true'
          # what is waiting, or went wrong, on its way from A
          %6$s/api/now/table/ih_sync_outbound_queue?sysparm_query=status!=processed'
        """
        .formatted(
            a.label(),
            b.label(),
            where(a),
            where(b),
            data,
            curl(a),
            a.named("sys_user_group", "name", "Hardware").sysId(),
            curl(b));
  }

  private static String where(Instance instance) {
    String url = instance.admin().baseUrl().toString();
    return """
        %1$s · log in as admin / %2$s
            Console   %3$s/
            Cockpit   %3$s/camunda/app/cockpit/default/
            Tasklist  %3$s/camunda/app/tasklist/default/
            Admin     %3$s/camunda/app/admin/default/
            API docs  %3$s/api/docs/ui
        """
        .formatted(instance.label(), instance.passwords().admin(), url);
  }

  private static String curl(Instance instance) {
    return "curl -s -u admin:%s '%s"
        .formatted(instance.passwords().admin(), instance.admin().baseUrl());
  }
}
