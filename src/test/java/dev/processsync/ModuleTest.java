package dev.processsync;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.processsync.dictionary.SysId;
import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.core.ApplicationModules;

/** The package table of docs/architecture.md, as law. */
class ModuleTest {

  private static final String ROOT = "dev.processsync";

  /** Read once: that is what takes the time. */
  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void modulesUseOnlyWhatTheyMayAndOnlyEachOthersInterface() {
    ApplicationModules.of(ProcessSyncApplication.class).verify();
  }

  @Test
  void noTwoPackagesNeedEachOther() {
    slices()
        .matching(ROOT + ".(**)")
        .should()
        .beFreeOfCycles()
        .because("arrows go one way, at any depth")
        .check(PRODUCT);
  }

  @Test
  void onlyFlowAndIdentityKnowTheEngine() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            ROOT + ".flow..",
            ROOT + ".policy..",
            ROOT + ".designer..",
            ROOT + ".cockpit..",
            ROOT + ".identity..",
            ROOT + ".login..",
            ROOT + ".engineweb..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.camunda..")
        .because("everything else must work, and be tested, without an engine")
        .check(PRODUCT);
  }

  @Test
  void theDemoDoesNothingThatAUserCanNotDo() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".demo..")
        .should()
        .dependOnClassesThat(
            resideInAPackage(ROOT + "..")
                .and(describe("not of the demo itself", this::isNotOfTheDemo)))
        .because("it performs the tutorial through the public HTTP interface alone")
        .check(PRODUCT);
  }

  /** Which is in none of the product's jars. */
  @Test
  void nothingNeedsTheDemo() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".demo..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + ".demo..")
        .because("it is left out of the jars")
        .check(PRODUCT);
  }

  @Test
  void theTestingKitNeedsTheProductAndNothingThatUsersDoNotGet() {
    JavaClasses tests =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
            .importPackages(ROOT);
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".testing..")
        .and()
        .haveNameNotMatching(".*Test(\\$.*)?")
        .should()
        .dependOnClassesThat(
            describe(
                "users don't get",
                used ->
                    used.getPackageName().startsWith(ROOT + ".demo")
                        || tests.contain(used.getName())
                            && !used.getPackageName().startsWith(ROOT + ".testing")))
        .because("its jar holds the package " + ROOT + ".testing and no more")
        .check(tests);
  }

  private boolean isNotOfTheDemo(JavaClass used) {
    return !used.getPackageName().startsWith(ROOT + ".demo")
        && !used.isEquivalentTo(ProcessSyncApplication.class);
  }

  /** Correlations are on every event's path: a statement each, where records would take several. */
  @Test
  void sqlIsWrittenWhereRecordsEntriesCorrelationsAndDraftsAreKept() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            ROOT + ".database..",
            ROOT + ".storage..",
            ROOT + ".query..",
            ROOT + ".record..",
            ROOT + ".support..",
            ROOT + ".queue..",
            ROOT + ".correlation..",
            ROOT + ".flow..",
            ROOT + ".designer..",
            ROOT + ".cockpit..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.jooq..", "java.sql..", "org.springframework.jdbc..")
        .because(
            "records are reached through the table module, which checks access;"
                + " only what every event passes has statements of its own")
        .check(PRODUCT);
  }

  @Test
  void controllersLeaveSqlToOthers() {
    noClasses()
        .that()
        .areAnnotatedWith("org.springframework.web.bind.annotation.RestController")
        .or()
        .haveSimpleNameEndingWith("Controller")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.jooq..", "java.sql..", "org.springframework.jdbc..")
        .because("a controller translates HTTP; what it asks for is checked behind it")
        .check(PRODUCT);
  }

  @Test
  void namesAreTheFieldsTerms() {
    noClasses()
        .should()
        .haveSimpleNameEndingWith("Manager")
        .orShould()
        .haveSimpleNameEndingWith("Helper")
        .orShould()
        .haveSimpleNameEndingWith("Util")
        .orShould()
        .haveSimpleNameEndingWith("Utils")
        .orShould()
        .haveSimpleNameEndingWith("Impl")
        .because("such a name says nothing about what the type is for")
        .check(PRODUCT);
  }

  @Test
  void logsGoThroughSlf4j() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.util.logging..", "org.apache.commons.logging..")
        .because("an administrator configures one kind of log")
        .check(PRODUCT);
  }

  @Test
  void nothingIsInjectedIntoAField() {
    fields()
        .should()
        .notBeAnnotatedWith(Autowired.class)
        .because("a constructor shows what a type needs")
        .check(PRODUCT);
  }

  private boolean mintsNoIds(JavaClass candidate) {
    return !candidate.isEquivalentTo(SysId.class);
  }

  @Test
  void timeComesFromTheClock() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + ".demo..")
        .and(describe("mint no ids, which only have to differ", this::mintsNoIds))
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDateTime.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .because("tests set the clock")
        .check(PRODUCT);
  }

  @Test
  void testsWaitForWhatTheyWantNotForTimeToPass() {
    JavaClasses tests =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
            .importPackages(ROOT);
    noClasses()
        .should()
        .callMethod(Thread.class, "sleep", long.class)
        .because("a pause is too long on a fast machine and too short on a busy one: Awaitility")
        .check(tests);
  }

  @Test
  void everyPackageIsNonNullByDefault() {
    classes()
        .that()
        .resideInAPackage(ROOT + "..")
        .should(
            new ArchCondition<>("be in a package that is @NullMarked") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                  events.add(SimpleConditionEvent.violated(type, type.getName() + " is not"));
                }
              }
            })
        .because("null is said where it is possible, nowhere else")
        .check(PRODUCT);
  }
}
