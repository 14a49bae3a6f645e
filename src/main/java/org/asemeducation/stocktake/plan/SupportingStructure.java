package org.asemeducation.stocktake.plan;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A body that carries the process between the meetings.
 *
 * @param name its full name
 * @param acronym its acronym, if it has one
 * @param fundingPartners who pays for it, where the plan tells
 */
public record SupportingStructure(String name, @Nullable String acronym, List<String> fundingPartners) {

	public SupportingStructure {
		Text.present("the name of a supporting structure", name, Text.SHORT);
		fundingPartners.forEach((partner) -> Text.present("a funding partner of " + name, partner, Text.SHORT));
		fundingPartners = List.copyOf(fundingPartners);
	}

}
