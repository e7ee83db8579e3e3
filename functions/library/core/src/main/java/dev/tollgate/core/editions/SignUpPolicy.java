package dev.tollgate.core.editions;

import dev.tollgate.core.kernel.EmailAddress;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Who may sign up and what they start with.
 *
 * @param selfServe whether anybody may; otherwise an invite code is needed
 * @param testers who may without an invite code all the same; never shown to anonymous callers
 * @param startingPlan the plan of a tenant that gets no trial. Where it is not free, the tenant has
 *     it only on paper, status {@code incomplete} and not live, until its first payment.
 * @param providers who may vouch for a person, where the deployment is registered with them
 * @param wizardSteps how many steps the welcome wizard has
 */
public record SignUpPolicy(
    boolean selfServe,
    Set<EmailAddress> testers,
    String startingPlan,
    Set<SignInProvider> providers,
    int wizardSteps) {
  public SignUpPolicy {
    testers = Set.copyOf(testers);
    EnumSet<SignInProvider> ordered = EnumSet.noneOf(SignInProvider.class);
    ordered.addAll(providers);
    providers = Collections.unmodifiableSet(ordered);
    if (wizardSteps < 0) {
      throw new IllegalArgumentException("a wizard may not have fewer than no steps");
    }
  }

  /** Whether this person may sign up without an invite code. */
  public boolean welcomes(EmailAddress person) {
    return selfServe || testers.contains(person);
  }
}
