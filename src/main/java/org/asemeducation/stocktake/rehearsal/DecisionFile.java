package org.asemeducation.stocktake.rehearsal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.report.Reports;
import org.asemeducation.stocktake.report.model.JsonReport;

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
			.query((row, number) -> new MinistersDecision(cycle.value(), row.getInt("version"),
					checksum(cycle, row.getInt("version")), row.getBoolean("adopted"),
					row.getObject("adopted_on", LocalDate.class), row.getString("reason")))
			.optional();
	}

	private String checksum(CycleName cycle, int version) {
		return JsonReport.checksum(this.reports.version(cycle, version).orElseThrow());
	}

}
