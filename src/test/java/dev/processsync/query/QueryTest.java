package dev.processsync.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.processsync.problem.InvalidQuery;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {

  @Test
  void emptyTextMeansEverything() {
    assertThat(Query.parse("")).isEqualTo(Query.EVERYTHING);
    assertThat(Query.EVERYTHING.encoded()).isEmpty();
  }

  @Test
  void orBindsTighterThanAndAndNewQueryLoosest() {
    Query query = Query.parse("a=1^b=2^ORc=3^NQd=4");

    assertThat(query.alternatives()).hasSize(2);
    assertThat(query.alternatives().get(0).conditions())
        .extracting(Object::toString)
        .containsExactly("a=1", "b=2^ORc=3");
    assertThat(query.alternatives().get(1)).hasToString("d=4");
  }

  @Test
  void readsOrdersAmongTheConditions() {
    Query query = Query.parse("ORDERBYDESCopened_at^active=true^ORDERBYgroup.name^EQ");

    assertThat(query.order())
        .containsExactly(
            new Order(FieldPath.of("opened_at"), true),
            new Order(FieldPath.of("group.name"), false));
    assertThat(query.encoded()).isEqualTo("active=true^ORDERBYDESCopened_at^ORDERBYgroup.name");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "state=1 | EQUALS | 1",
        "state= | EQUALS | ''",
        "state!=1 | NOT_EQUALS | 1",
        "state>1 | GREATER | 1",
        "state>=1 | GREATER_OR_EQUAL | 1",
        "state<1 | LESS | 1",
        "state<=1 | LESS_OR_EQUAL | 1",
        "stateIN1,2 | IN | 1;2",
        "stateNOT IN1,2 | NOT_IN | 1;2",
        "titleLIKELIKE | LIKE | LIKE",
        "titleNOT LIKEx | NOT_LIKE | x",
        "titleNOTLIKEx | NOT_LIKE | x",
        "titleSTARTSWITHx | STARTSWITH | x",
        "titleENDSWITHx | ENDSWITH | x",
        "stateBETWEEN1@5 | BETWEEN | 1;5",
        "titleSAMEAScode | SAMEAS | code",
        "titleNSAMEASgroup.name | NSAMEAS | group.name",
        "opened_atON2024-05-17 | ON | 2024-05-17",
        "opened_atONToday@javascript:gs.beginningOfToday()@javascript:gs.endOfToday() | ON |"
            + " Today;javascript:gs.beginningOfToday();javascript:gs.endOfToday()",
        "stateCHANGESFROM1 | CHANGESFROM | 1",
        "stateCHANGESTO6 | CHANGESTO | 6",
        "title=a=b | EQUALS | a=b",
      })
  void readsEachOperatorWithItsOperands(String encoded, Operator operator, String operands) {
    Term term = onlyTerm(encoded);

    assertThat(term.operator()).isEqualTo(operator);
    assertThat(term.operands()).containsExactly(operands.split(";", -1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ISEMPTY", "ISNOTEMPTY", "EMPTYSTRING", "ANYTHING", "VALCHANGES"})
  void readsOperatorsWithoutOperand(String operator) {
    assertThat(onlyTerm("state" + operator).operands()).isEmpty();
  }

  @Test
  void aDoubledCaretIsPartOfAValue() {
    assertThat(onlyTerm("title=a^^ORb=1").operands()).containsExactly("a^ORb=1");
    assertThat(Query.equal("title", "a^ORb=1").encoded()).isEqualTo("title=a^^ORb=1");
    assertThat(Query.parse("title=x^^^code=y").encoded()).isEqualTo("title=x^^^code=y");
  }

  @Test
  void pairsNarrowEveryAlternativeOfAQuery() {
    Query both = Query.parse("a=1^NQb=2^ORDERBYc").and(Query.equal("active", "true"));

    assertThat(both.encoded()).isEqualTo("a=1^active=true^NQb=2^active=true^ORDERBYc");
    assertThat(Query.EVERYTHING.and(Query.equal("a", "1")).encoded()).isEqualTo("a=1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "state=1^urgency?2 | at character 9",
        "state=1^urgency?2 | an operator was expected after 'urgency', but '?2' was found",
        "state | an operator was expected",
        "=1 | a field name was expected, but '=1' was found",
        "State=1 | a field name was expected",
        "state=1^NQ | at character 9, a field name was expected",
        "^ORstate=1 | at character 2, ^OR needs a condition before it",
        "NQstate=1 | ^NQ needs a condition before it",
        "stateISEMPTYx | ISEMPTY takes nothing after it, but has 'x'",
        "stateBETWEEN1 | BETWEEN takes two values, as in 1@5, but has '1'",
        "stateON1@2 | ON takes a date, or label@from@to",
        "a.b.c.d.e.f.g=1 | 'a.b.c.d.e.f.g' walks through 6 references; at most 5 are allowed",
        "a..b=1 | 'a..b' is no field name",
        "state=1^ORDERBYUrgency | 'Urgency' is no field name",
        "classINSTANCEOFtask | an operator was expected after 'class'",
      })
  void saysWhereAndWhyItCanNotBeRead(String encoded, String reason) {
    assertThatThrownBy(() -> Query.parse(encoded))
        .isInstanceOf(InvalidQuery.class)
        .hasMessageContaining(encoded)
        .hasMessageContaining(reason);
  }

  @Test
  void boundsWhatItReads() {
    refuses("a=" + "x".repeat(Query.MAX_LENGTH), "at most 65536 are allowed");
    refuses("a=1" + "^a=1".repeat(Query.MAX_TERMS), "at most 200 are allowed");
    refuses("aIN1" + ",1".repeat(Term.MAX_ITEMS), "IN takes 1 to 1000 values");
    refuses("ORDERBYa" + "^ORDERBYa".repeat(Query.MAX_ORDER), "at most 10 are allowed");
    refuses("a" + ".a".repeat(30_000) + "=1", "at most 5 are allowed");
    refuses("a=\0", "a character that no record can hold");
    refuses("a=\ud800", "a character that no record can hold");
    Query many = Query.parse("a=1" + "^NQa=1".repeat(99));
    assertThatThrownBy(() -> many.and(many)).isInstanceOf(InvalidQuery.class);
    assertThatThrownBy(() -> Query.equal("no field", "1")).isInstanceOf(InvalidQuery.class);
  }

  @Test
  void aTermThatWouldBeReadAsAnotherCanNotBeMade() {
    assertThatThrownBy(() -> new Term(FieldPath.of("a"), Operator.GREATER, List.of("=1")))
        .hasMessageContaining("would be read as something else");
    assertThatThrownBy(() -> new Term(FieldPath.of("a"), Operator.IN, List.of("1,2")))
        .hasMessageContaining("would be read as something else");
  }

  private static Term onlyTerm(String encoded) {
    return Query.parse(encoded).alternatives().get(0).conditions().get(0).terms().get(0);
  }

  private static void refuses(String encoded, String reason) {
    assertThatThrownBy(() -> Query.parse(encoded))
        .isInstanceOf(InvalidQuery.class)
        .hasMessageContaining(reason)
        .satisfies(thrown -> assertThat(thrown.getMessage()).hasSizeLessThan(1_000));
  }
}
