package org.asemeducation.stocktake.rehearsal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.report.Reports;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.asemeducation.stocktake.report.model.ReportWriter;

import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes what came of a rehearsal.
 */
@Component
@Profile(Rehearse.PROFILE)
class Results {

	private final Timeline timeline;

	private final SentMails mails;

	private final Reports reports;

	private final ReportFiles files;

	private final Cast cast;

	private final JdbcClient jdbc;

	private final ObjectMapper json;

	Results(Timeline timeline, SentMails mails, Reports reports, ReportFiles files, Cast cast, JdbcClient jdbc,
			ObjectMapper json) {
		this.timeline = timeline;
		this.mails = mails;
		this.reports = reports;
		this.files = files;
		this.cast = cast;
		this.jdbc = jdbc;
		this.json = json;
	}

	/**
	 * Writes all files.
	 * @param scenario what was played
	 * @param out the folder; it exists
	 * @return what there is to see, in one line
	 * @throws IOException when a file cannot be written
	 */
	String write(Scenario scenario, Path out) throws IOException {
		CycleName cycle = new CycleName(scenario.cycle().name());
		this.timeline.table(this.cast.addresses()).write(out.resolve("timeline.csv"));
		this.mails.table().write(out.resolve("mails.csv"));
		ReportModel report = this.reports.latest(cycle).orElseGet(() -> this.reports.compile(cycle));
		for (Map.Entry<String, ReportWriter> file : this.files.byName(report).entrySet()) {
			try (OutputStream content = Files.newOutputStream(out.resolve(file.getKey()))) {
				file.getValue().write(report, content);
			}
		}
		Map<String, Integer> states = states(cycle);
		Map<String, Object> summary = new LinkedHashMap<>();
		summary.put("cycle", cycle.value());
		summary.put("initiatives", states);
		summary.put("mails", this.mails.byKind());
		this.json.writerWithDefaultPrettyPrinter().writeValue(out.resolve("summary.json").toFile(), summary);
		return "%s is played: initiatives %s, mails %s. The results are in %s.".formatted(cycle, states,
				this.mails.byKind(), out);
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
