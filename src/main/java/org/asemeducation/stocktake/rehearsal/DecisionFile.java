package org.asemeducation.stocktake.rehearsal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.report.Reports;
import org.asemeducation.stocktake.report.model.JsonReport;
import org.asemeducation.stocktake.report.model.ReportModel;

import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes what ministers decided, where they have; what an earlier rehearsal left in the
 * folder is gone.
 */
@Component
@Profile(Rehearse.PROFILE)
class DecisionFile {

	private final JdbcClient jdbc;

	private final Reports reports;

	DecisionFile(JdbcClient jdbc, Reports reports) {
		this.jdbc = jdbc;
		this.reports = reports;
	}

	void write(CycleName cycle, Path folder) throws IOException {
		Files.deleteIfExists(folder.resolve(MinistersDecision.FILE));
		Optional<MinistersDecision> decision = decision(cycle);
		if (decision.isPresent()) {
			decision.get().write(folder);
		}
	}

	private Optional<MinistersDecision> decision(CycleName cycle) {
		return this.jdbc.sql("select version, adopted, adopted_on, reason from adoption where cycle = :cycle")
			.param("cycle", cycle.value())
			.query((row, number) -> new MinistersDecision(cycle.value(), beside(cycle, row.getInt("version")),
					checksum(cycle, beside(cycle, row.getInt("version"))), row.getBoolean("adopted"),
					row.getObject("adopted_on", LocalDate.class), row.getString("reason")))
			.optional();
	}

	/**
	 * A correction changes words of what was adopted, and is what lies beside this file.
	 */
	private int beside(CycleName cycle, int adopted) {
		return this.reports.published(cycle)
			.filter((report) -> report.state() == ReportModel.State.CORRECTED)
			.map(ReportModel::version)
			.orElse(adopted);
	}

	private String checksum(CycleName cycle, int version) {
		return JsonReport.checksum(this.reports.version(cycle, version).orElseThrow());
	}

}
