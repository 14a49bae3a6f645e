package org.asemeducation.stocktake.plan;

import org.jspecify.annotations.Nullable;

/**
 * A party that the plan names anywhere: as partner, as stakeholder, or at an initiative.
 *
 * @param name the full name, or what the plan prints
 * @param acronym the acronym, if the plan has one
 * @param kind one of {@link PlanParty#KINDS}
 * @param region {@code Asia} or {@code Europe}, where the plan tells
 * @param country ISO 3166-1 alpha-2 code of a partner country
 * @param partner whether it is a partner of the ASEM Education Process
 * @param stakeholder whether the plan lists it as a stakeholder
 */
public record ListedParty(String name, @Nullable String acronym, String kind, @Nullable String region,
		@Nullable String country, boolean partner, boolean stakeholder) {

	public ListedParty {
		new PlanParty(name, acronym, kind, "support");
		if (region != null) {
			region(region);
		}
		if (country != null) {
			country(country);
		}
	}

	static String region(String region) {
		if (!region.equals("Asia") && !region.equals("Europe")) {
			throw new IllegalArgumentException("\"%s\" is not a region: use Asia or Europe".formatted(region));
		}
		return region;
	}

	static String country(String country) {
		if (!country.matches("[A-Z]{2}")) {
			throw new IllegalArgumentException(
					"\"%s\" is not a country's code: use two capital letters, as in MT".formatted(country));
		}
		return country;
	}

	/**
	 * What to call it where room is short.
	 * @return the acronym, else the name
	 */
	public String label() {
		return (this.acronym != null) ? this.acronym : this.name;
	}

}
