package org.asemeducation.stocktake.plan;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Who does what for an initiative, as the plan names them.
 *
 * @param name the full name, or what the plan prints
 * @param acronym the acronym, if the plan has one
 * @param kind one of {@link #KINDS}
 * @param role one of {@link #ROLES}; only a {@code coordinator} is asked for an update
 */
public record PlanParty(String name, @Nullable String acronym, String kind, String role) {

	/** What a party can be. */
	public static final Set<String> KINDS = Set.of("partner-country", "institutional-partner", "country-group",
			"community", "stakeholder", "working-body", "secretariat", "other");

	/** What a party can do for an initiative. */
	public static final Set<String> ROLES = Set.of("coordinator", "support", "host");

	public PlanParty {
		Text.present("the name of a party", name, Text.SHORT);
		if (acronym != null) {
			Text.present("the acronym of " + name, acronym, Text.SHORT);
		}
		kind(kind);
		role(role);
	}

	static String kind(String kind) {
		if (!KINDS.contains(kind)) {
			throw new IllegalArgumentException("\"%s\" is not a kind of party: use one of %s".formatted(kind,
					String.join(", ", KINDS.stream().sorted().toList())));
		}
		return kind;
	}

	static String role(String role) {
		if (!ROLES.contains(role)) {
			throw new IllegalArgumentException(
					"\"%s\" is not a role: use coordinator, support or host".formatted(role));
		}
		return role;
	}

	/**
	 * What to call it where room is short.
	 * @return the acronym, else the name
	 */
	public String label() {
		return (this.acronym != null) ? this.acronym : this.name;
	}

	public boolean isCoordinator() {
		return this.role.equals("coordinator");
	}

}
