package org.asemeducation.stocktake.cockpit.play;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.asemeducation.stocktake.report.pdf.PdfText;
import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * The state of play for a meeting, for the secretariat and the reviewing body: a page to
 * choose from, a PDF and a workbook. Each is made when it is asked for.
 */
@Controller
class PlayPages {

	private static final MediaType EXCEL = new MediaType("application",
			"vnd.openxmlformats-officedocument.spreadsheetml.sheet");

	private final Cycles cycles;

	private final Plays plays;

	private final PdfText pdf;

	private final JdbcClient jdbc;

	private final CurrentPerson current;

	PlayPages(Cycles cycles, Plays plays, PdfText pdf, JdbcClient jdbc, CurrentPerson current) {
		this.cycles = cycles;
		this.plays = plays;
		this.pdf = pdf;
		this.jdbc = jdbc;
		this.current = current;
	}

	@GetMapping("/state-of-play")
	String choose(Model model) {
		this.current.get().requireReviewer();
		List<Cycle> all = this.jdbc
			.sql("select name from cycle where kind = 'report' order by opened_at desc, name desc")
			.query(String.class)
			.list()
			.stream()
			.map((name) -> this.cycles.get(new CycleName(name)))
			.toList();
		model.addAttribute("cycles", all);
		model.addAttribute("meetings", Arrays.asList(MeetingKind.values()));
		return "state-of-play";
	}

	@GetMapping("/state-of-play/{cycle}.pdf")
	ResponseEntity<byte[]> pdf(@PathVariable CycleName cycle,
			@RequestParam(required = false) @Nullable MeetingKind meeting) throws IOException {
		Play play = play(cycle, meeting);
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		this.pdf.write(new PlayPaper(play).document(), out);
		return file(MediaType.APPLICATION_PDF, play, "pdf", out);
	}

	@GetMapping("/state-of-play/{cycle}.xlsx")
	ResponseEntity<byte[]> workbook(@PathVariable CycleName cycle,
			@RequestParam(required = false) @Nullable MeetingKind meeting) throws IOException {
		Play play = play(cycle, meeting);
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		PlayBook.of(play, (each) -> this.plays.lines(play.cycle(), each)).xlsx(play.at(), out);
		return file(EXCEL, play, "xlsx", out);
	}

	private Play play(CycleName name, @Nullable MeetingKind meeting) {
		this.current.get().requireReviewer();
		return this.plays.of(this.cycles.find(name)
			.filter((cycle) -> cycle.kind() == Cycle.Kind.REPORT)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)), meeting);
	}

	private static ResponseEntity<byte[]> file(MediaType type, Play play, String ending, ByteArrayOutputStream out) {
		String name = "%s%s-state-of-play.%s".formatted(play.cycle().name(),
				(play.meeting() != null) ? "-" + play.meeting().kind() : "", ending);
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noStore())
			.contentType(type)
			.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString())
			.body(out.toByteArray());
	}

}
