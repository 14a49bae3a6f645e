package org.asemeducation.stocktake.report.papers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.asemeducation.stocktake.cycle.Meetings;
import org.asemeducation.stocktake.cycle.attendance.Attendance;
import org.asemeducation.stocktake.cycle.minutes.MeetingDecisions;
import org.asemeducation.stocktake.cycle.minutes.SentMinutes;
import org.asemeducation.stocktake.cycle.minutes.WritingMinutes;
import org.asemeducation.stocktake.report.docx.DocxText;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/**
 * Minutes that were sent, as Word files, for everybody who is signed in.
 */
@Controller
class MinutesFiles {

	private final Cycles cycles;

	private final Meetings meetings;

	private final WritingMinutes minutes;

	private final Attendance attendance;

	private final MeetingDecisions decisions;

	private final DocxText word;

	MinutesFiles(Cycles cycles, Meetings meetings, WritingMinutes minutes, Attendance attendance,
			MeetingDecisions decisions, DocxText word) {
		this.cycles = cycles;
		this.meetings = meetings;
		this.minutes = minutes;
		this.attendance = attendance;
		this.decisions = decisions;
		this.word = word;
	}

	@GetMapping("/meetings/{cycle}/{kind}/minutes/{number}.docx")
	ResponseEntity<byte[]> sent(@PathVariable("cycle") CycleName name, @PathVariable MeetingKind kind,
			@PathVariable int number) throws IOException {
		Cycle cycle = this.cycles.find(name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		SentMinutes sent = this.minutes.sent(name, kind)
			.stream()
			.filter((one) -> one.number() == number)
			.findFirst()
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		this.word.write(MinutesPaper.of(cycle, this.meetings.of(name, kind), sent, this.minutes.adoptedAt(name, kind),
				this.attendance.count(name, kind), this.decisions.of(name, kind).decisions()), out);
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noStore())
			.contentType(AgendaFiles.WORD)
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment()
						.filename("%s-%s-minutes-%d.docx".formatted(name, kind, number))
						.build()
						.toString())
			.body(out.toByteArray());
	}

}
