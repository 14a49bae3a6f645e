package org.asemeducation.stocktake.cycle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

	private static final String LIKE = """
			from cycle_initiative where cycle = :cycle and (:search = ''
			    or position(lower(:search) in lower(initiative || ' ' || title || ' ' || coordinators)) > 0)""";

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

	/**
	 * A page of a cycle's initiatives.
	 * @param words in an id, a title or a coordinator; empty for all
	 * @param page from 1; the last one where there are fewer
	 */
	ConclusionPage page(CycleName cycle, String words, int page) {
		String search = words.strip();
		int found = this.jdbc.sql("select count(*) " + LIKE)
			.param("cycle", cycle.value())
			.param("search", search)
			.query(Integer.class)
			.single();
		int shown = Math.max(1, Math.min(page, (found + ConclusionPage.SIZE - 1) / ConclusionPage.SIZE));
		return new ConclusionPage(search, found, shown,
				this.jdbc.sql("""
						select initiative, title, coordinators, conclusions as paragraphs
						%s order by position, initiative limit :size offset :offset""".formatted(LIKE))
					.param("cycle", cycle.value())
					.param("search", search)
					.param("size", ConclusionPage.SIZE)
					.param("offset", (shown - 1L) * ConclusionPage.SIZE)
					.query(ConclusionPage.Line.class)
					.list());
	}

	/** The cycles that are not over, the one opened last first. */
	List<CycleName> open() {
		return this.jdbc.sql(
				"select name from cycle where kind = 'report' and state not in ('published', 'ended') order by opened_at desc, name")
			.query((row, number) -> new CycleName(row.getString("name")))
			.list();
	}

	/**
	 * Keeps what is said of them. What nothing is said of, or only what was seen, stays
	 * as it is: somebody else may have changed it meanwhile.
	 * @param cycle the cycle
	 * @param said by initiative; blank for none
	 * @param seen by initiative, what stood there when it was said
	 * @param by the user id
	 * @return how many are other than before
	 * @throws IllegalArgumentException when one is too long
	 */
	@Transactional
	public int keep(CycleName cycle, Map<String, String> said, Map<String, String> seen, String by) {
		Map<String, String> changed = new LinkedHashMap<>();
		List<String> before = new ArrayList<>();
		standing(cycle, said.keySet()).forEach((initiative, paragraphs) -> {
			String now = said.getOrDefault(initiative, "").strip();
			if (now.length() > LONGEST) {
				throw new IllegalArgumentException(
						"%s: “%s …” is too long. Give the numbers of the paragraphs, in at most %d characters."
							.formatted(initiative, now.substring(0, 40), LONGEST));
			}
			if (!now.equals(paragraphs) && !now.equals(seen.get(initiative))) {
				changed.put(initiative, now);
				before.add("%s: %s".formatted(initiative, paragraphs));
			}
		});
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

	private Map<String, String> standing(CycleName cycle, Set<String> initiatives) {
		Map<String, String> standing = new LinkedHashMap<>();
		this.jdbc.sql("""
				select initiative, conclusions from cycle_initiative
				where cycle = :cycle and initiative = any(:initiatives) order by position, initiative""")
			.param("cycle", cycle.value())
			.param("initiatives", initiatives.toArray(String[]::new))
			.query((row) -> {
				standing.put(row.getString("initiative"), row.getString("conclusions"));
			});
		return standing;
	}

}
