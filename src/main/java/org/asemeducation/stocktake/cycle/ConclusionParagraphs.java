package org.asemeducation.stocktake.cycle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.plan.InitiativeId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which paragraphs of the last Chair's Conclusions the initiatives of a cycle answer. The
 * secretariat reads them out of the Conclusions; the coordinators' form is filled in with
 * them.
 */
@Component
public class ConclusionParagraphs {

	private static final int LONGEST = 200;

	private final JdbcClient jdbc;

	private final Audit audit;

	ConclusionParagraphs(JdbcClient jdbc, Audit audit) {
		this.jdbc = jdbc;
		this.audit = audit;
	}

	/**
	 * Those of one initiative.
	 * @param cycle the cycle
	 * @param initiative the initiative
	 * @return such as {@code 42 and 57}; nothing where none are named
	 */
	public Optional<String> of(CycleName cycle, InitiativeId initiative) {
		return this.jdbc.sql("""
				select conclusions from cycle_initiative
				where cycle = :cycle and initiative = :initiative and conclusions <> ''""")
			.param("cycle", cycle.value())
			.param("initiative", initiative.value())
			.query(String.class)
			.optional();
	}

	List<Line> of(CycleName cycle) {
		return this.jdbc.sql("""
				select initiative, title, coordinators, conclusions from cycle_initiative
				where cycle = :cycle order by position, initiative""")
			.param("cycle", cycle.value())
			.query((row, number) -> new Line(row.getString("initiative"), row.getString("title"),
					row.getString("coordinators"), row.getString("conclusions")))
			.list();
	}

	/** The cycles that are not over, the one opened last first. */
	List<CycleName> open() {
		return this.jdbc.sql(
				"select name from cycle where kind = 'report' and state not in ('published', 'ended') order by opened_at desc, name")
			.query((row, number) -> new CycleName(row.getString("name")))
			.list();
	}

	/**
	 * Keeps what is said of them; initiatives that nothing is said of stay as they are.
	 * @param cycle the cycle
	 * @param said by initiative; blank for none
	 * @param by the user id
	 * @return how many are other than before
	 * @throws IllegalArgumentException when one is too long
	 */
	@Transactional
	public int keep(CycleName cycle, Map<String, String> said, String by) {
		Map<String, String> changed = new LinkedHashMap<>();
		List<String> before = new ArrayList<>();
		for (Line line : of(cycle)) {
			String now = said.getOrDefault(line.initiative(), line.paragraphs()).strip();
			if (now.length() > LONGEST) {
				throw new IllegalArgumentException(
						"%s: “%s …” is too long. Give the numbers of the paragraphs, in at most %d characters."
							.formatted(line.initiative(), now.substring(0, 40), LONGEST));
			}
			if (!now.equals(line.paragraphs())) {
				changed.put(line.initiative(), now);
				before.add("%s: %s".formatted(line.initiative(), line.paragraphs()));
			}
		}
		changed.forEach((initiative, paragraphs) -> this.jdbc
			.sql("update cycle_initiative set conclusions = :said where cycle = :cycle and initiative = :initiative")
			.param("said", paragraphs)
			.param("cycle", cycle.value())
			.param("initiative", initiative)
			.update());
		if (!changed.isEmpty()) {
			this.audit.record(by, "name paragraphs of the conclusions", cycle.value(), String.join("; ", before),
					changed.toString());
		}
		return changed.size();
	}

	/**
	 * An initiative and what is said of it.
	 */
	record Line(String initiative, String title, String coordinators, String paragraphs) {
	}

}
