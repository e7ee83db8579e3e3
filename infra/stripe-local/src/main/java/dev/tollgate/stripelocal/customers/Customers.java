package dev.tollgate.stripelocal.customers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.ledger.Work;
import dev.tollgate.stripelocal.wire.Call;
import dev.tollgate.stripelocal.wire.Fields;
import dev.tollgate.stripelocal.wire.Metadata;
import dev.tollgate.stripelocal.wire.Params;
import dev.tollgate.stripelocal.wire.Room;
import dev.tollgate.stripelocal.wire.Router;
import dev.tollgate.stripelocal.wire.Unmodelled;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** {@code /v1/customers}. */
public final class Customers implements Room {
  private static final String[] UNMODELLED = {
    "cash_balance", "default_source", "source", "tax", "tax_id_data", "validate"
  };

  private final List<CustomerRemoval> removals;
  private final MethodAttaching methods;

  /**
   * @param removals told, in order, of each customer that is about to go
   */
  public Customers(List<CustomerRemoval> removals, MethodAttaching methods) {
    this.removals = List.copyOf(removals);
    this.methods = methods;
  }

  @Override
  public void register(Router router) {
    router.on("POST", "/v1/customers", this::create);
    router.list("/v1/customers", Kind.CUSTOMER, Customers::wanted);
    router.on("GET", "/v1/customers/{customer}", Customers::retrieve);
    router.on("POST", "/v1/customers/{customer}", Customers::update);
    router.on("DELETE", "/v1/customers/{customer}", this::delete);
  }

  private ObjectNode create(Call call) {
    Params params = call.params();
    Unmodelled.refuse(params, UNMODELLED);
    Work work = call.work();
    Optional<String> clock = params.text("test_clock");
    clock.ifPresent(id -> work.get(Kind.TEST_CLOCK, id, "test_clock"));
    ObjectNode fields = CustomerShape.blank();
    fields.put("invoice_prefix", prefix(work, params));
    fields.put("test_clock", clock.orElse(null));
    ObjectNode customer = work.add(Kind.CUSTOMER, fields);
    CustomerShape.apply(customer, params);
    customer.set("metadata", Metadata.of(params));
    work.emit("customer.created", customer);
    params.text("payment_method").ifPresent(id -> methods.attach(work, customer, id));
    checkDefaultMethod(work, params);
    return customer;
  }

  private static String prefix(Work work, Params params) {
    return params
        .text("invoice_prefix")
        .orElseGet(() -> work.newId("").substring(0, 8).toUpperCase(java.util.Locale.ROOT));
  }

  /** A deleted customer is still answered, as what is left of it. */
  private static ObjectNode retrieve(Call call) {
    String id = call.path("customer");
    return call.work()
        .tombstone(Kind.CUSTOMER, id)
        .orElseGet(() -> call.work().get(Kind.CUSTOMER, id));
  }

  private static ObjectNode update(Call call) {
    Work work = call.work();
    Params params = call.params();
    ObjectNode customer = work.get(Kind.CUSTOMER, call.path("customer"));
    Unmodelled.refuse(params, UNMODELLED);
    CustomerShape.apply(customer, params);
    checkDefaultMethod(work, params);
    Fields.changedTexts(customer, params, "invoice_prefix");
    Metadata.merge(customer, params);
    work.emit("customer.updated", customer);
    return customer;
  }

  private static void checkDefaultMethod(Work work, Params params) {
    CustomerShape.defaultMethod(params)
        .ifPresent(
            method -> work.get(Kind.PAYMENT_METHOD, method, CustomerShape.DEFAULT_METHOD_PARAM));
  }

  private ObjectNode delete(Call call) {
    Work work = call.work();
    remove(work, work.get(Kind.CUSTOMER, call.path("customer")));
    return work.tombstone(Kind.CUSTOMER, call.path("customer")).orElseThrow();
  }

  /** Deletes a customer with all that goes with it. */
  public void remove(Work work, ObjectNode customer) {
    removals.forEach(removal -> removal.removing(work, customer));
    work.emit("customer.deleted", customer);
    work.remove(Kind.CUSTOMER, customer.required("id").textValue());
  }

  private static Predicate<ObjectNode> wanted(Call call) {
    Optional<String> email = call.params().text("email");
    return customer -> email.isEmpty() || email.get().equals(Json.text(customer, "email"));
  }
}
