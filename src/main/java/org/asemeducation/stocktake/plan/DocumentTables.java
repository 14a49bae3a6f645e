package org.asemeducation.stocktake.plan;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Writes what a plan says apart from its actions: which plan it is, supporting structures
 * and terms of the secretariat.
 */
@Component
class DocumentTables {

	private final JdbcTemplate jdbc;

	DocumentTables(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	void writeStructures(ActionPlan plan, PartyIds parties) {
		this.jdbc.update("delete from supporting_structure");
		List<Object[]> rows = new ArrayList<>();
		plan.structures()
			.forEach((structure) -> rows.add(new Object[] { parties.of(structure.name(), structure.acronym()).value(),
					rows.size() + 1, structure.fundingPartners().toArray(String[]::new) }));
		this.jdbc.batchUpdate(
				"insert into supporting_structure (party, position, funding_partners) values (?, ?, ?) on conflict do nothing",
				rows);
		this.jdbc.update("delete from secretariat_term");
		List<Object[]> terms = new ArrayList<>();
		plan.secretariatTerms().forEach((term) -> terms.add(new Object[] { terms.size() + 1, term }));
		this.jdbc.batchUpdate("insert into secretariat_term (position, text) values (?, ?)", terms);
	}

	void writeDocument(PlanDocument document, String checksum, Instant loadedAt) {
		this.jdbc.update("""
				insert into plan_document (id, title, version, dated, wording, checksum, loaded_at)
				values (1, ?, ?, ?, ?, ?, ?)
				on conflict (id) do update set title = excluded.title, version = excluded.version,
				    dated = excluded.dated, wording = excluded.wording, checksum = excluded.checksum,
				    loaded_at = excluded.loaded_at
				""", document.title(), document.version(), document.dated(), document.wording().word(), checksum,
				Timestamp.from(loadedAt));
	}

}
