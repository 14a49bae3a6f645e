package org.asemeducation.stocktake.engine;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.identity.DefaultPasswordPolicyImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyUserDataRuleImpl;

/**
 * The engine's own rules for passwords, but for one: it refuses a password in which any
 * part of the person's name stands, and so nearly every password of somebody named O or
 * Li.
 */
final class PasswordRules implements PasswordPolicy {

	private static final int SHORTEST_TELLING_PART = 4;

	private final List<PasswordPolicyRule> rules = new DefaultPasswordPolicyImpl().getRules()
		.stream()
		.map((rule) -> (rule instanceof PasswordPolicyUserDataRuleImpl) ? new NothingOfTheName() : rule)
		.toList();

	@Override
	public List<PasswordPolicyRule> getRules() {
		return this.rules;
	}

	/**
	 * Parts of four letters and more must not stand in the password.
	 */
	private static final class NothingOfTheName extends PasswordPolicyUserDataRuleImpl {

		@Override
		public boolean execute(String password, User user) {
			String candidate = password.toLowerCase(Locale.ROOT);
			return user == null || Stream.of(user.getId(), user.getFirstName(), user.getLastName(), user.getEmail())
				.filter((text) -> text != null)
				.flatMap((text) -> Stream.of(text.toLowerCase(Locale.ROOT).split("[\\s@.-]+")))
				.filter((part) -> part.length() >= SHORTEST_TELLING_PART)
				.noneMatch(candidate::contains);
		}

	}

}
