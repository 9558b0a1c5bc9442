package dev.processsync.bench;

/**
 * How a pair was warmed up before it was measured.
 *
 * @param latest its last window
 * @param steady false if the rate still changed when the longest warm-up was over
 */
record WarmUp(Throughput latest, boolean steady) {

  /** A window has as many events as a measured run. */
  static WarmUp of(Pair pair, Settings settings) {
    long end = System.nanoTime() + settings.warmUp().toNanos();
    int events = pair.contender().eventsOf(settings.events());
    Steadiness steadiness = new Steadiness();
    Throughput latest;
    do {
      latest = pair.throughput(settings.threads(), events);
      steadiness.add(latest.rate());
    } while (!steadiness.isReached() && System.nanoTime() < end);
    return new WarmUp(latest, steadiness.isReached());
  }

  @Override
  public String toString() {
    return (steady ? "steady at " : "not steady when the warm-up was over, at ") + latest;
  }
}
