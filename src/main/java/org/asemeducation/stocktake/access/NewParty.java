package org.asemeducation.stocktake.access;

import org.jspecify.annotations.Nullable;

/**
 * A party to be found in the register or added to it.
 *
 * @param name its full name
 * @param acronym its acronym, if it has one
 * @param kind such as {@code stakeholder}
 * @param region {@code Asia} or {@code Europe}, if known
 * @param country ISO 3166-1 alpha-2 of a partner country
 * @param partner whether it is a partner of the ASEM Education Process
 * @param stakeholder whether the plan lists it as a stakeholder
 */
public record NewParty(String name, @Nullable String acronym, String kind, @Nullable String region,
		@Nullable String country, boolean partner, boolean stakeholder) {
}
