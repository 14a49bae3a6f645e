package org.asemeducation.stocktake.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads what a plan file lists apart from the actions: partners, stakeholders, supporting
 * structures and the terms of the secretariat. None of them has to be there.
 */
final class PartyLists {

	private final Entry root;

	PartyLists(Entry root) {
		this.root = root;
	}

	List<ListedParty> listed() {
		List<ListedParty> listed = new ArrayList<>();
		this.root.entry("partners", Shape.PARTNERS).ifPresent((partners) -> {
			partners.entries("countries", Shape.COUNTRY)
				.forEach((entry) -> listed.add(party(entry, "partner-country", true, false)));
			partners.entries("institutional", Shape.INSTITUTION)
				.forEach((entry) -> listed.add(party(entry, "institutional-partner", true, false)));
			partners.entries("communities", Shape.COMMUNITY)
				.forEach((entry) -> listed.add(party(entry, "community", false, false)));
		});
		this.root.entries("stakeholders", Shape.STAKEHOLDER).forEach((entry) -> {
			boolean stakeholder = isInThePlan(entry);
			listed.add(party(entry, stakeholder ? "stakeholder" : "other", false, stakeholder));
		});
		return listed;
	}

	List<SupportingStructure> structures() {
		return this.root.entries("supporting_structures", Shape.STRUCTURE)
			.stream()
			.map((entry) -> entry.make("name",
					() -> new SupportingStructure(entry.text("name"), entry.textIfAny("acronym").orElse(null),
							entry.texts("funding_partners"))))
			.toList();
	}

	List<String> secretariatTerms() {
		if (this.root.isList("secretariat_terms")) {
			return this.root.texts("secretariat_terms");
		}
		List<String> terms = new ArrayList<>();
		this.root.entry("secretariat_terms", Shape.TERMS).ifPresent((entry) -> {
			if (entry.textIfAny("rotates_every_years").isPresent()) {
				terms.add("The secretariat rotates every %d years between %s.".formatted(
						entry.number("rotates_every_years"), String.join(" and ", entry.texts("rotates_between"))));
			}
			terms.addAll(entry.texts("terms"));
		});
		return terms;
	}

	/** A researcher's list may also hold parties that the plan itself does not list. */
	private static boolean isInThePlan(Entry stakeholder) {
		Optional<Boolean> listed = stakeholder.flag("in_section_3_2_1");
		Optional<Boolean> footnote = stakeholder.flag("in_footnote_1");
		return listed.orElse(footnote.isEmpty()) || footnote.orElse(false);
	}

	private static ListedParty party(Entry entry, String kind, boolean partner, boolean stakeholder) {
		return entry.make("name",
				() -> new ListedParty(entry.text("name"), entry.textIfAny("acronym").orElse(null), kind,
						entry.textIfAny("region", ListedParty::region).orElse(null),
						entry.textIfAny("iso", ListedParty::country).orElse(null), partner, stakeholder));
	}

}
