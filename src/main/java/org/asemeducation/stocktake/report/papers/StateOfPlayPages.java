package org.asemeducation.stocktake.report.papers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.asemeducation.stocktake.cycle.Meetings;
import org.asemeducation.stocktake.report.document.Document;
import org.asemeducation.stocktake.report.docx.DocxText;
import org.asemeducation.stocktake.report.html.HtmlReport;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/**
 * The state of play for a meeting as a page, for Word and as a workbook. Before it is
 * shown there it is the reviewing body's and the secretariat's.
 */
@Controller
class StateOfPlayPages {

	private static final MediaType EXCEL = new MediaType("application",
			"vnd.openxmlformats-officedocument.spreadsheetml.sheet");

	private final Cycles cycles;

	private final Meetings meetings;

	private final StateOfPlay state;

	private final HtmlReport page;

	private final DocxText word;

	private final CurrentPerson current;

	StateOfPlayPages(Cycles cycles, Meetings meetings, StateOfPlay state, HtmlReport page, DocxText word,
			CurrentPerson current) {
		this.cycles = cycles;
		this.meetings = meetings;
		this.state = state;
		this.page = page;
		this.word = word;
		this.current = current;
	}

	@GetMapping("/meetings/{cycle}/{kind}/state-of-play")
	ResponseEntity<byte[]> page(@PathVariable CycleName cycle, @PathVariable MeetingKind kind) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		this.page.write(document(cycle, kind), out);
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noStore())
			.contentType(new MediaType("text", "html", StandardCharsets.UTF_8))
			.header("Content-Security-Policy", HtmlReport.contentSecurityPolicy())
			.body(out.toByteArray());
	}

	@GetMapping("/meetings/{cycle}/{kind}/state-of-play.docx")
	ResponseEntity<byte[]> word(@PathVariable CycleName cycle, @PathVariable MeetingKind kind) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		this.word.write(document(cycle, kind), out);
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noStore())
			.contentType(AgendaFiles.WORD)
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment()
						.filename("%s-%s-state-of-play.docx".formatted(cycle, kind))
						.build()
						.toString())
			.body(out.toByteArray());
	}

	@GetMapping("/meetings/{cycle}/{kind}/state-of-play.xlsx")
	ResponseEntity<byte[]> workbook(@PathVariable CycleName cycle, @PathVariable MeetingKind kind) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		StateOfPlayWorkbook.write(document(cycle, kind), out);
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noStore())
			.contentType(EXCEL)
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment()
						.filename("%s-%s-state-of-play.xlsx".formatted(cycle, kind))
						.build()
						.toString())
			.body(out.toByteArray());
	}

	private Document document(CycleName cycle, MeetingKind kind) {
		this.current.get().requireReviewer();
		return this.state.of(
				this.cycles.find(cycle).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)),
				this.meetings.of(cycle, kind));
	}

}
