package org.asemeducation.stocktake.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.report.model.PartyContribution;
import org.asemeducation.stocktake.report.model.ReportChapter;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which chapters the report of a cycle has, in which order.
 */
@Component
class Outlines {

	/** What the key of a commissioned chapter begins with. */
	static final String COMMISSIONED = "chapter-";

	private final JdbcClient jdbc;

	Outlines(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * All chapters, those that are left out too; the usual ones where nothing was chosen.
	 * The figures stood in their chapter's forerunner when some cycles chose: there they
	 * follow it.
	 */
	List<Entry> of(CycleName cycle) {
		List<Entry> chosen = this.jdbc
			.sql("select chapter, included from report_outline where cycle = :cycle order by position")
			.param("cycle", cycle.value())
			.query((row, number) -> new Entry(ReportChapter.of(row.getString("chapter")).orElseThrow(),
					row.getBoolean("included")))
			.list();
		if (chosen.isEmpty()) {
			return Stream.of(ReportChapter.values()).map((chapter) -> new Entry(chapter, true)).toList();
		}
		boolean older = chosen.stream().noneMatch((it) -> it.chapter() == ReportChapter.FIGURES);
		return chosen.stream()
			.flatMap((it) -> (older && it.chapter() == ReportChapter.AT_A_GLANCE)
					? Stream.of(it, new Entry(ReportChapter.FIGURES, it.included())) : Stream.of(it))
			.toList();
	}

	/**
	 * The keys of the chapters that are printed. A commissioned one stands behind its
	 * chapter, or where that would stand if it were printed; so do the contributions,
	 * behind the participation.
	 */
	List<String> printed(CycleName cycle) {
		Map<String, List<String>> commissioned = commissioned(cycle);
		if (hasContributions(cycle)) {
			commissioned.computeIfAbsent(ReportChapter.PARTICIPATION.key(), (it) -> new ArrayList<>())
				.add(0, PartyContribution.CHAPTER);
		}
		return of(cycle).stream()
			.flatMap((it) -> Stream.concat(it.included() ? Stream.of(it.chapter().key()) : Stream.of(),
					commissioned.getOrDefault(it.chapter().key(), List.of()).stream()))
			.toList();
	}

	private boolean hasContributions(CycleName cycle) {
		return this.jdbc
			.sql("select exists (select from party_contribution where cycle = :cycle and over_as = 'accepted')")
			.param("cycle", cycle.value())
			.query(Boolean.class)
			.single();
	}

	/** The keys of those that are accepted, by the chapter that they stand behind. */
	private Map<String, List<String>> commissioned(CycleName cycle) {
		Map<String, List<String>> keys = new HashMap<>();
		this.jdbc.sql("""
				select behind, number from chapter_commission where cycle = :cycle and over_as = 'accepted'
				order by number""").param("cycle", cycle.value()).query((row) -> {
			keys.computeIfAbsent(row.getString("behind"), (it) -> new ArrayList<>())
				.add(COMMISSIONED + row.getInt("number"));
		});
		return keys;
	}

	/** Takes the place of what was chosen before; the caller holds the cycle's lock. */
	void choose(CycleName cycle, List<Entry> chapters) {
		this.jdbc.sql("delete from report_outline where cycle = :cycle").param("cycle", cycle.value()).update();
		for (int i = 0; i < chapters.size(); i++) {
			this.jdbc.sql("insert into report_outline values (:cycle, :chapter, :position, :included)")
				.param("cycle", cycle.value())
				.param("chapter", chapters.get(i).chapter().key())
				.param("position", i + 1)
				.param("included", chapters.get(i).included())
				.update();
		}
	}

	/**
	 * A chapter.
	 *
	 * @param included whether it is printed
	 */
	record Entry(ReportChapter chapter, boolean included) {
	}

}
