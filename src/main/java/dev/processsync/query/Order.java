package dev.processsync.query;

/** {@code ORDERBYfield} or {@code ORDERBYDESCfield}. */
public record Order(FieldPath field, boolean descending) {

  static final String ASCENDING = "ORDERBY";
  static final String DESCENDING = "ORDERBYDESC";

  @Override
  public String toString() {
    return (descending ? DESCENDING : ASCENDING) + field;
  }
}
