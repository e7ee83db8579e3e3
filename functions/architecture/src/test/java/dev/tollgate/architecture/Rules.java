package dev.tollgate.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rules, by the sentence that a violation would break. */
final class Rules {
  static final List<String> FUNCTIONS =
      List.of(
          "signup",
          "login",
          "account",
          "billing",
          "quota",
          "admin",
          "webhooks",
          "docs",
          "relay",
          "notifications",
          "metering",
          "outgoing");

  private static final String[] ADAPTERS = {
    "dev.tollgate.dynamo..",
    "dev.tollgate.queue..",
    "dev.tollgate.mail..",
    "dev.tollgate.dispatch..",
    "dev.tollgate.security..",
    "dev.tollgate.stripe..",
    "dev.tollgate.aws.."
  };

  private Rules() {}

  static Map<String, ArchRule> all() {
    Map<String, ArchRule> rules = new LinkedHashMap<>();
    rules.put("core knows the JDK and nobody else", coreIsPure());
    rules.put(
        "core's packages have no cycles",
        slices().matching("dev.tollgate.core.(*)..").should().beFreeOfCycles());
    rules.put("the client knows the JDK and its JSON library only", clientIsPlain());
    rules.put("functions do not know each other", functionsAreStrangers());
    rules.put("functions do not know adapters or SDKs", functionsKnowNoSdk());
    rules.put("each SDK has one room", each(sdkRooms()));
    rules.put("one class asks the machine for the time", oneClock());
    rules.put("only doors read the process's environment", onlyDoorsReadEnvironment());
    rules.put("nothing static changes", noMutableStatics());
    rules.put("no word without meaning in a name", noEmptyNames());
    rules.put("production knows no test library", noTestLibraries());
    return rules;
  }

  private static ArchRule coreIsPure() {
    return noClasses()
        .that()
        .resideInAPackage("dev.tollgate.core..")
        .should()
        .dependOnClassesThat(
            not(
                resideInAnyPackage(
                    "java..", "javax.crypto..", "org.jspecify..", "dev.tollgate.core..")));
  }

  private static ArchRule clientIsPlain() {
    return noClasses()
        .that()
        .resideInAPackage("dev.tollgate.client..")
        .should()
        .dependOnClassesThat(
            not(
                resideInAnyPackage(
                    "java..",
                    "com.fasterxml.jackson.core..",
                    "org.jspecify..",
                    "dev.tollgate.client..")));
  }

  private static ArchRule functionsAreStrangers() {
    List<ArchRule> rules = new ArrayList<>();
    for (String function : FUNCTIONS) {
      String[] others =
          FUNCTIONS.stream()
              .filter(other -> !other.equals(function))
              .map(other -> "dev.tollgate." + other + "..")
              .toArray(String[]::new);
      rules.add(
          noClasses()
              .that()
              .resideInAPackage("dev.tollgate." + function + "..")
              .should()
              .dependOnClassesThat(resideInAnyPackage(others))
              .allowEmptyShould(true)); // a planted function has no others planted
    }
    return each(rules);
  }

  private static ArchRule functionsKnowNoSdk() {
    String[] functions =
        FUNCTIONS.stream().map(name -> "dev.tollgate." + name + "..").toArray(String[]::new);
    return each(
        List.of(
            noClasses()
                .that()
                .resideInAnyPackage(functions)
                .should()
                .dependOnClassesThat(resideInAnyPackage(ADAPTERS)),
            noClasses()
                .that()
                .resideInAnyPackage(functions)
                .should()
                .dependOnClassesThat(
                    resideInAnyPackage(
                        "software.amazon..",
                        "com.nimbusds..",
                        "com.stripe..",
                        "com.google.gson..")),
            // A package's entrance is the lambda room's; the one for previews is nobody's but ours.
            noClasses()
                .that()
                .resideInAnyPackage(functions)
                .and()
                .doNotHaveSimpleName("PreviewDoor")
                .should()
                .dependOnClassesThat(resideInAPackage("com.amazonaws.."))));
  }

  private static List<ArchRule> sdkRooms() {
    return List.of(
        only("dynamo", "software.amazon.awssdk.services.dynamodb.."),
        only("queue", "software.amazon.awssdk.services.sqs.."),
        only("mail", "software.amazon.awssdk.services.sesv2.."),
        noClasses()
            .that()
            .resideOutsideOfPackages("dev.tollgate.security..", "dev.tollgate.stripe..")
            .should()
            .dependOnClassesThat(
                resideInAPackage("software.amazon.awssdk.services.secretsmanager..")),
        only("dispatch", "org.apache.http.."),
        only("stripe", "com.stripe.."),
        only("security", "com.nimbusds.."),
        only("security", "org.springframework.."));
  }

  private static ArchRule only(String room, String library) {
    return noClasses()
        .that()
        .resideOutsideOfPackage("dev.tollgate." + room + "..")
        .should()
        .dependOnClassesThat(resideInAPackage(library));
  }

  private static ArchRule oneClock() {
    return noClasses()
        .that()
        .doNotHaveFullyQualifiedName("dev.tollgate.lambda.time.SystemTime")
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(Clock.class, "systemUTC")
        .orShould()
        .callMethod(System.class, "currentTimeMillis");
  }

  private static ArchRule onlyDoorsReadEnvironment() {
    return noClasses()
        .that()
        .haveSimpleNameNotEndingWith("Door")
        .should()
        .callMethod(System.class, "getenv")
        .orShould()
        .callMethod(System.class, "getenv", String.class);
  }

  private static ArchRule noMutableStatics() {
    return fields().that().areStatic().should().beFinal();
  }

  private static ArchRule noEmptyNames() {
    return each(
        List.of(
            classes()
                .should()
                .haveNameNotMatching(".*(Manager|Helper|Utils?|Impl|Base[A-Z].*|Abstract[A-Z].*)"),
            noClasses().should().resideInAnyPackage("..util..", "..common..", "..misc..")));
  }

  private static ArchRule noTestLibraries() {
    return noClasses()
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("org.junit..", "org.assertj..", "dev.tollgate.testkit.."));
  }

  private static ArchRule each(List<ArchRule> rules) {
    return com.tngtech.archunit.lang.CompositeArchRule.of(rules);
  }
}
