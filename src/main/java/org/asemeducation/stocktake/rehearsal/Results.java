package org.asemeducation.stocktake.rehearsal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.report.ReportWriters;
import org.asemeducation.stocktake.report.Reports;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.asemeducation.stocktake.report.model.ReportWriter;

import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * Writes what came of a rehearsal.
 */
@Component
@Profile(Rehearse.PROFILE)
class Results {

	/** The folder with the mails as they left. */
	static final String MAILS = "mails";

	/** The folder with the fact sheets. */
	private static final String SHEETS = "sheets";

	private final Timeline timeline;

	private final SentMails mails;

	private final ForeseenMails foreseen;

	private final Reports reports;

	private final ReportWriters files;

	private final DecisionFile decision;

	private final RecordFiles record;

	private final CompletedPlanFiles completed;

	private final Cast cast;

	private final JdbcClient jdbc;

	private final ObjectMapper json;

	Results(Timeline timeline, SentMails mails, ForeseenMails foreseen, Reports reports, ReportWriters files,
			DecisionFile decision, RecordFiles record, CompletedPlanFiles completed, Cast cast, JdbcClient jdbc,
			ObjectMapper json) {
		this.timeline = timeline;
		this.mails = mails;
		this.foreseen = foreseen;
		this.reports = reports;
		this.files = files;
		this.decision = decision;
		this.record = record;
		this.completed = completed;
		this.cast = cast;
		this.jdbc = jdbc;
		this.json = json;
	}

	/**
	 * Writes all files: those of the last cycle into the folder, those of each earlier
	 * one into a folder in it that bears the cycle's name.
	 * @param scenarios what was played
	 * @param out the folder; it exists and holds the mails of all
	 * @return what there is to see, a line for each cycle
	 * @throws IOException when a file cannot be written
	 */
	String write(List<Scenario> scenarios, Path out) throws IOException {
		StringJoiner lines = new StringJoiner(System.lineSeparator());
		for (Scenario scenario : scenarios.subList(0, scenarios.size() - 1)) {
			Path folder = Files.createDirectories(out.resolve(scenario.name().value()));
			moveMails(scenario.name(), out.resolve(MAILS), folder.resolve(MAILS));
			lines.add(write(scenario, folder));
		}
		return lines.add(write(scenarios.get(scenarios.size() - 1), out)).toString();
	}

	private void moveMails(CycleName cycle, Path from, Path to) throws IOException {
		FileSystemUtils.deleteRecursively(to);
		Files.createDirectories(to);
		Set<String> endings = this.mails.numbers(cycle)
			.stream()
			.map("-%d.eml"::formatted)
			.collect(Collectors.toUnmodifiableSet());
		try (Stream<Path> files = Files.isDirectory(from) ? Files.list(from) : Stream.empty()) {
			for (Path file : files.toList()) {
				String name = file.getFileName().toString();
				if (endings.contains(name.substring(name.lastIndexOf('-')))) {
					Files.move(file, to.resolve(name));
				}
			}
		}
	}

	private String write(Scenario scenario, Path out) throws IOException {
		CycleName cycle = scenario.name();
		this.timeline.table(cycle, this.cast.addresses()).write(out.resolve("timeline.csv"));
		this.mails.table(cycle).write(out.resolve("mails.csv"));
		this.foreseen.table(cycle).write(out.resolve("mail-plan.csv"));
		if (scenario.completes() != null) {
			this.completed.write(cycle, out);
		}
		else {
			writeReport(cycle, out);
		}
		Map<String, Integer> states = states(cycle);
		Map<String, Object> summary = new LinkedHashMap<>();
		summary.put("cycle", cycle.value());
		summary.put("initiatives", states);
		summary.put("mails", this.mails.byKind(cycle));
		this.json.writerWithDefaultPrettyPrinter().writeValue(out.resolve("summary.json").toFile(), summary);
		return "%s is played: initiatives %s, mails %s. The results are in %s.".formatted(cycle, states,
				this.mails.byKind(cycle), out);
	}

	private void writeReport(CycleName cycle, Path out) throws IOException {
		ReportModel report = report(cycle);
		for (Map.Entry<String, ReportWriter> file : this.files.byFile(report).entrySet()) {
			try (OutputStream content = Files.newOutputStream(out.resolve(file.getKey()))) {
				file.getValue().write(report, content);
			}
		}
		FileSystemUtils.deleteRecursively(out.resolve(SHEETS));
		Path sheets = Files.createDirectories(out.resolve(SHEETS));
		this.files.writeSheets(report, (name) -> Files.newOutputStream(sheets.resolve(name)));
		this.decision.write(cycle, out);
		this.record.write(cycle, out);
	}

	private ReportModel report(CycleName cycle) {
		return this.reports.published(cycle)
			.or(() -> this.reports.latest(cycle))
			.orElseGet(() -> this.reports.compile(cycle));
	}

	private Map<String, Integer> states(CycleName cycle) {
		Map<String, Integer> states = new TreeMap<>();
		this.jdbc.sql("""
				select coalesce(r.settled_as, r.state, 'not-asked') as state, count(*) as number
				from cycle_initiative c
				left join update_request r on r.cycle = c.cycle and r.initiative = c.initiative
				where c.cycle = :cycle group by 1""").param("cycle", cycle.value()).query((row) -> {
			states.put(row.getString("state"), row.getInt("number"));
		});
		return states;
	}

}
