package org.asemeducation.stocktake.cockpit;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

import jakarta.servlet.http.HttpServletResponse;
import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.report.table.Sheet;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The table of initiatives as files, for the secretariat only: exactly what is filtered
 * and chosen there, on all pages.
 */
@RestController
@RequestMapping("/api/cockpit/cycles/{cycle}")
class LineFiles {

	private final Cycles cycles;

	private final InitiativeLines initiatives;

	private final CurrentPerson current;

	private final Clock clock;

	LineFiles(Cycles cycles, InitiativeLines initiatives, CurrentPerson current, Clock clock) {
		this.cycles = cycles;
		this.initiatives = initiatives;
		this.current = current;
		this.clock = clock;
	}

	@GetMapping("/initiatives.xlsx")
	void workbook(@PathVariable("cycle") CycleName name, Chosen chosen, HttpServletResponse response)
			throws IOException {
		Sheet sheet = sheet(name, chosen);
		send(response, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", name + "-initiatives.xlsx",
				(out) -> sheet.xlsx(this.clock.instant(), out));
	}

	@GetMapping("/initiatives.csv")
	void csv(@PathVariable("cycle") CycleName name, Chosen chosen, HttpServletResponse response) throws IOException {
		Sheet sheet = sheet(name, chosen);
		send(response, "text/csv;charset=UTF-8", name + "-initiatives.csv", sheet::csv);
	}

	private Sheet sheet(CycleName name, Chosen chosen) {
		this.current.get().requireSecretariat();
		Cycle cycle = this.cycles.get(name);
		Wanted wanted = chosen.wanted();
		return LineSheet.of((each) -> this.initiatives.all(cycle, wanted, each), LineSheet.columns(chosen.columns()),
				cycle.zone());
	}

	/**
	 * Nothing is read any more when the first byte leaves: whoever loads it slowly holds
	 * no connection, and a file that fails is an answer of its own.
	 */
	private static void send(HttpServletResponse response, String type, String name, Written written)
			throws IOException {
		Path file = Files.createTempFile("stocktake", ".table");
		try {
			try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
				written.to(out);
			}
			response.setContentType(type);
			response.setContentLengthLong(Files.size(file));
			response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
			response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(name).build().toString());
			Files.copy(file, response.getOutputStream());
		}
		finally {
			Files.delete(file);
		}
	}

	/**
	 * Writes a file.
	 */
	private interface Written {

		void to(OutputStream out) throws IOException;

	}

	/**
	 * What stands in the address of the table.
	 *
	 * @param columns parted by commas; {@code null} for all
	 */
	record Chosen(@Nullable String search, @Nullable String state, @Nullable Boolean overdue,
			@Nullable String objective, @Nullable String region, @Nullable String kind, @Nullable String sort,
			@Nullable String order, @Nullable String columns) {

		Chosen {
			columns = (columns != null) ? columns : "";
		}

		Wanted wanted() {
			return new Wanted((this.search != null) ? this.search : "",
					(this.state != null && !this.state.isEmpty()) ? Standing.of(this.state) : null,
					Boolean.TRUE.equals(this.overdue), Among.of(this.objective, this.region, this.kind),
					SortBy.of((this.sort != null) ? this.sort : "initiative"),
					Wanted.descending((this.order != null) ? this.order : "ascending"), 1, 1);
		}

	}

}
