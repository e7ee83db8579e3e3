package dev.tollgate.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {
  private static final JavaClasses PRODUCTION =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("testkit"))
          .withImportOption(location -> !location.contains("$Definition"))
          .withImportOption(location -> !location.contains("$Introspection"))
          .importPackages("dev.tollgate");

  /** Compiled beside the tests, in packages that the rules speak about. */
  private static final JavaClasses PLANTED =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
          .importPackages(
              "dev.tollgate.core.planted",
              "dev.tollgate.core.planted2",
              "dev.tollgate.client.planted",
              "dev.tollgate.signup.planted");

  @TestFactory
  Stream<DynamicTest> everyRuleHolds() {
    return Rules.all().entrySet().stream()
        .map(
            rule ->
                DynamicTest.dynamicTest(rule.getKey(), () -> rule.getValue().check(PRODUCTION)));
  }

  @TestFactory
  Stream<DynamicTest> everyRuleBites() {
    return Rules.all().entrySet().stream().map(ArchitectureTest::bites);
  }

  private static DynamicTest bites(Map.Entry<String, ArchRule> rule) {
    return DynamicTest.dynamicTest(
        rule.getKey(), () -> assertThat(rule.getValue().evaluate(PLANTED).hasViolation()).isTrue());
  }

  @Test
  void everyFunctionIsLookedAt() {
    assertThat(Rules.FUNCTIONS)
        .allSatisfy(
            function ->
                assertThat(PRODUCTION.containPackage("dev.tollgate." + function))
                    .as(function)
                    .isTrue());
  }

  @Test
  void everyPackageSaysThatNothingIsNullUnlessMarked() {
    Set<JavaPackage> unmarked =
        PRODUCTION.stream()
            .map(JavaClass::getPackage)
            .filter(found -> !found.isAnnotatedWith(NullMarked.class))
            .collect(java.util.stream.Collectors.toSet());
    assertThat(unmarked).isEmpty();
  }
}
