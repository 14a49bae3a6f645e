package org.asemeducation.stocktake.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.report.model.Initiative;
import org.asemeducation.stocktake.report.model.JsonReport;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.asemeducation.stocktake.report.model.Since;
import org.asemeducation.stocktake.report.model.Update;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Compares a report with the last one that was published, over initiatives that are in
 * both.
 */
@Component
class LastReports {

	/** What is compared of an initiative, by aspect, in the order it is told. */
	private static final Map<String, Function<Initiative, @Nullable String>> ASPECTS = new LinkedHashMap<>();

	private static final Map<String, List<String>> CODES = new LinkedHashMap<>();

	static {
		ASPECTS.put("title", Initiative::title);
		ASPECTS.put("coordinators", Initiative::coordinators);
		ASPECTS.put("standing", (it) -> it.standing().code());
		ASPECTS.put("completion", (it) -> of(it, Update::completion));
		ASPECTS.put("aims", (it) -> of(it, Update::aims));
		ASPECTS.put("continuation", (it) -> of(it, Update::continuation));
		CODES.put("standing", List.of("accepted"));
		CODES.put("completion", List.of("completed", "partly-completed", "not-started"));
		CODES.put("aims", List.of("achieved", "partly-achieved", "not-yet-achieved"));
		CODES.put("continuation", List.of("ongoing", "suspended", "concluded"));
	}

	private final JdbcClient jdbc;

	LastReports(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * What changed; nothing where no report of an earlier cycle is published, or the last
	 * one was made on paper and holds nothing that could be compared.
	 */
	Optional<Since> since(CycleName cycle, ReportModel now) {
		return before(cycle).map((last) -> compare(last, now));
	}

	private Optional<ReportModel> before(CycleName cycle) {
		return this.jdbc.sql("""
				select r.model from compiled_report r
				join (select cycle, version from publication union select cycle, version from correction) p
					on p.cycle = r.cycle and p.version = r.version
				join cycle c on c.name = r.cycle
				join cycle n on n.name = :cycle and c.opened_at < n.opened_at
				where not exists (select from cycle q where q.kind = 'paper'
					and q.opened_at > c.opened_at and q.opened_at < n.opened_at)
				order by c.opened_at desc, r.version desc limit 1""")
			.param("cycle", cycle.value())
			.query(String.class)
			.optional()
			.map(JsonReport::read);
	}

	static Since compare(ReportModel last, ReportModel now) {
		Map<String, Initiative> before = last.initiatives()
			.collect(Collectors.toMap(Initiative::id, Function.identity()));
		Map<String, Initiative> after = now.initiatives()
			.collect(Collectors.toMap(Initiative::id, Function.identity()));
		List<Initiative> both = now.initiatives().filter((it) -> before.containsKey(it.id())).toList();
		List<Since.Total> totals = new ArrayList<>();
		CODES.forEach((aspect,
				codes) -> codes.forEach((code) -> totals.add(new Since.Total(aspect, code,
						number(both.stream().map((it) -> before.get(it.id())).toList(), aspect, code),
						number(both, aspect, code)))));
		List<Since.Change> changes = new ArrayList<>();
		both.forEach((it) -> ASPECTS.forEach((aspect, value) -> {
			String was = value.apply(Objects.requireNonNull(before.get(it.id())));
			String is = value.apply(it);
			if (!Objects.equals(was, is)) {
				changes.add(new Since.Change(it.id(), aspect, was, is));
			}
		}));
		return new Since(last.cycle().name(), last.version(), both.size(), totals, changes, listed(now, before),
				listed(last, after));
	}

	private static List<Since.Listed> listed(ReportModel report, Map<String, Initiative> other) {
		return report.initiatives()
			.filter((it) -> !other.containsKey(it.id()))
			.map((it) -> new Since.Listed(it.id(), it.title()))
			.toList();
	}

	private static int number(List<Initiative> initiatives, String aspect, String code) {
		return (int) initiatives.stream().filter((it) -> code.equals(ASPECTS.get(aspect).apply(it))).count();
	}

	private static @Nullable String of(Initiative initiative, Function<Update, @Nullable String> field) {
		return (initiative.update() != null) ? field.apply(initiative.update()) : null;
	}

}
