package org.asemeducation.stocktake.plan;

import java.util.List;

/**
 * The keys that one kind of entry may have in a plan file.
 *
 * @param what such as {@code initiative}
 * @param names the key whose value names one entry; empty when there is none
 * @param known keys that are read
 * @param ignored keys that may stand there and are not read: notes of whoever wrote the
 * file
 */
record Shape(String what, String names, List<String> known, List<String> ignored) {

	static final Shape PLAN = new Shape("the plan", "", List.of("document", "objectives", "programmes", "actions",
			"partners", "stakeholders", "supporting_structures", "secretariat_terms"), List.of("notes"));

	static final Shape DOCUMENT = new Shape("the document", "", List.of("title", "version", "dated", "wording"),
			List.of("source", "adopted_text", "live_document", "columns", "counts", "notes"));

	static final Shape OBJECTIVE = new Shape("objective", "number", List.of("number", "title", "subgoals"),
			List.of("notes"));

	static final Shape SUBGOAL = new Shape("subgoal", "number", List.of("number", "text"), List.of("notes"));

	static final Shape ACTION = new Shape("action", "number",
			List.of("number", "title", "objectives", "objectives_inferred", "initiatives"),
			List.of("initiative_count", "became_in_final_plan_inferred", "notes"));

	static final Shape INITIATIVE = new Shape("initiative", "id",
			List.of("id", "key", "same_programme_as", "title", "title_details", "title_more_lines", "new",
					"coordinators_bracket", "coordinators", "activities", "outcomes_2030", "links"),
			List.of("coordinator_source", "placeholders", "notes"));

	static final Shape COORDINATOR = new Shape("coordinator", "name", List.of("name", "acronym", "type", "role"),
			List.of("note", "notes"));

	static final Shape PARTNERS = new Shape("the list of partners", "",
			List.of("countries", "institutional", "communities"), List.of("source", "notes"));

	static final Shape COUNTRY = new Shape("partner country", "name", List.of("name", "iso", "region"),
			List.of("group", "note", "notes"));

	static final Shape INSTITUTION = new Shape("institutional partner", "name", List.of("name", "acronym", "region"),
			List.of("represented_by", "note", "notes"));

	static final Shape COMMUNITY = new Shape("community", "name", List.of("name"),
			List.of("country", "evidence", "note", "notes"));

	static final Shape STAKEHOLDER = new Shape("stakeholder", "name",
			List.of("name", "acronym", "in_section_3_2_1", "in_footnote_1"),
			List.of("in_june_2021_draft", "note", "notes"));

	static final Shape STRUCTURE = new Shape("supporting structure", "name",
			List.of("name", "acronym", "funding_partners"), List.of("as_of", "note", "notes"));

	static final Shape TERMS = new Shape("the terms of the secretariat", "",
			List.of("rotates_every_years", "rotates_between", "terms"), List.of("source", "note", "notes"));

	boolean has(String key) {
		return this.known.contains(key) || this.ignored.contains(key);
	}

	/** What to write instead of a key that is not one. */
	String hint(String key) {
		return NearestWord.to(key, this.known)
			.map("did you mean \"%s\"?"::formatted)
			.orElseGet(() -> "the keys here are " + String.join(", ", this.known));
	}

}
