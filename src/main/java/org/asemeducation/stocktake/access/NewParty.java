package org.asemeducation.stocktake.access;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A party as a plan or a person names it, before the register knows whether it is new.
 *
 * @param name in full
 * @param acronym {@code null} when it has none
 * @param kind {@code partner-country}, {@code institutional-partner},
 * {@code country-group}, {@code community}, {@code stakeholder}, {@code working-body},
 * {@code secretariat}, {@code process} or {@code other}
 * @param region {@code Asia}, {@code Europe} or {@code null}
 * @param country ISO 3166-1 alpha-2 of a partner country, else {@code null}
 * @param partner one of the 51 + 2 partners
 * @param stakeholder listed as a stakeholder in the plan
 */
public record NewParty(String name, @Nullable String acronym, String kind, @Nullable String region,
		@Nullable String country, boolean partner, boolean stakeholder) {

	/**
	 * Another process or body, such as the OECD: never asked, never counted, but named.
	 */
	public static final String PROCESS = "process";

	private static final Set<String> KINDS = Set.of("partner-country", "institutional-partner", "country-group",
			"community", "stakeholder", "working-body", "secretariat", PROCESS, "other");

	/** Characters, as in a plan. */
	private static final int LONGEST = 500;

	public NewParty {
		name = name.strip();
		if (name.isEmpty()) {
			throw new IllegalArgumentException("A party needs a name: write it in full.");
		}
		name = PlainName.require(name, LONGEST);
		acronym = (acronym == null || acronym.isBlank()) ? null : PlainName.require(acronym.strip(), LONGEST);
		if (!KINDS.contains(kind)) {
			throw new IllegalArgumentException("\"%s\" is not a kind of party: use one of %s.".formatted(kind,
					String.join(", ", KINDS.stream().sorted().toList())));
		}
		if (kind.equals(PROCESS) && (partner || stakeholder)) {
			throw new IllegalArgumentException(
					"%s is neither a partner nor a stakeholder while it is another process or body: choose another kind."
						.formatted(name));
		}
		if (region != null && !region.equals("Asia") && !region.equals("Europe")) {
			throw new IllegalArgumentException(
					"\"%s\" is not a region: use Asia or Europe, or leave it out.".formatted(region));
		}
	}

	/**
	 * A party that is neither partner nor listed stakeholder.
	 * @param name in full
	 * @param acronym {@code null} when it has none
	 * @param kind one of the kinds
	 */
	public NewParty(String name, @Nullable String acronym, String kind) {
		this(name, acronym, kind, null, null, false, false);
	}

}
