package dev.processsync.flow.deployment;

/** New versions of models were deployed on this node, by whichever way, and committed. */
public record ModelsDeployed() {}
