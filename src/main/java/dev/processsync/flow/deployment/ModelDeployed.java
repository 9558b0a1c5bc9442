package dev.processsync.flow.deployment;

/**
 * Somebody who is logged in at the engine deployed a process definition: from Camunda Modeler, or
 * in another way over its REST interface. Told in the deployment's transaction.
 *
 * @param definition its id
 * @param user the login of whoever did it
 */
public record ModelDeployed(String key, String definition, int version, String user) {}
