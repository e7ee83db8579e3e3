package dev.tollgate.editions;

import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.editions.Module;
import dev.tollgate.core.editions.SendingPolicy;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads a whole edition: what is declared first, then what refers to it. */
final class EditionReader {
  private final Value file;

  EditionReader(Value file) {
    this.file = file;
  }

  Optional<Edition> read() {
    Fields in = file.fields();
    Optional<String> key = in.at("edition").key("edition");
    Optional<String> displayName = in.at("display_name").text();
    Optional<Currency> currency = CurrencyReader.read(in.at("currency"));
    Currency money = currency.orElse(CurrencyReader.TO_READ_ON);
    DeclaredMeters meters = DeclaredMeters.read(in.at("meters"), money);
    DeclaredFeatures features = DeclaredFeatures.read(in.at("features"));
    DeclaredPlans plans = new PlansReader(meters, features, money).read(in.at("plans"));
    Value moduleList = in.at("modules");
    List<Module> modules = new ModulesReader(meters).read(moduleList);
    Optional<SendingPolicy> sending =
        SendingReader.read(in.at("sending"), modules.contains(Module.SENDING));
    List<String> operations =
        operationTypes(in.at("operation_types"), modules.contains(Module.OPERATIONS));
    PolicyReaders policies = new PolicyReaders(plans);
    var signUp = policies.signUp(in.at("sign_up"));
    var verification = policies.verification(in.at("verification"));
    var trial = new TrialReader(plans).read(in.at("trial"));
    var sessions = policies.sessions(in.at("sessions"));
    var rateLimits = RateLimitsReader.read(in.at("rate_limits"));
    var billing = policies.billing(in.at("billing"));
    var killSwitch = policies.killSwitch(in.at("kill_switch"));
    Optional<Duration> batching = Quantities.duration(in.at("usage_batching"));
    return in.build(
        () ->
            new Edition(
                key.orElseThrow(),
                displayName.orElseThrow(),
                currency.orElseThrow().getCurrencyCode(),
                signUp.orElseThrow(),
                verification.orElseThrow(),
                trial.orElseThrow(),
                sessions.orElseThrow(),
                rateLimits.orElseThrow(),
                plans.read(),
                Set.copyOf(modules),
                meters.policies(),
                features.all(),
                billing.orElseThrow(),
                killSwitch.orElseThrow(),
                sending,
                operations,
                batching.orElseThrow()));
  }

  private static List<String> operationTypes(Value value, boolean needed) {
    List<String> types = value.distinct(item -> item.key("operation type"));
    if (value.node() instanceof SequenceNode list) {
      value.check(
          list.getValue().isEmpty() != needed,
          needed
              ? "the module operations needs at least one"
              : "must be empty without the module operations");
    }
    return types;
  }
}
