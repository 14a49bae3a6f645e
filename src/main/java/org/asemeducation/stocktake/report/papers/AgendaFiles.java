package org.asemeducation.stocktake.report.papers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.asemeducation.stocktake.cycle.Meetings;
import org.asemeducation.stocktake.cycle.agenda.Agendas;
import org.asemeducation.stocktake.cycle.agenda.SentAgenda;
import org.asemeducation.stocktake.report.document.Document;
import org.asemeducation.stocktake.report.docx.DocxText;

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
 * Agendas as Word files: for everybody who is signed in what was sent, for the
 * secretariat what would be.
 */
@Controller
class AgendaFiles {

	static final MediaType WORD = new MediaType("application",
			"vnd.openxmlformats-officedocument.wordprocessingml.document");

	private final Cycles cycles;

	private final Meetings meetings;

	private final Agendas agendas;

	private final DocxText word;

	private final CurrentPerson current;

	private final Clock clock;

	AgendaFiles(Cycles cycles, Meetings meetings, Agendas agendas, DocxText word, CurrentPerson current, Clock clock) {
		this.cycles = cycles;
		this.meetings = meetings;
		this.agendas = agendas;
		this.word = word;
		this.current = current;
		this.clock = clock;
	}

	@GetMapping("/meetings/{cycle}/{kind}/agenda/{number}.docx")
	ResponseEntity<byte[]> sent(@PathVariable("cycle") CycleName name, @PathVariable MeetingKind kind,
			@PathVariable int number) throws IOException {
		Cycle cycle = known(name);
		SentAgenda sent = this.agendas.sent(name, kind)
			.stream()
			.filter((one) -> one.number() == number)
			.findFirst()
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		return file(AgendaPaper.of(cycle, this.meetings.of(name, kind), "Version %d, as sent".formatted(number), false,
				sent.madeAt(), sent.lines()), "%s-%s-agenda-%d.docx".formatted(name, kind, number));
	}

	@GetMapping("/desk/meetings/{cycle}/{kind}/agenda.docx")
	ResponseEntity<byte[]> prepared(@PathVariable("cycle") CycleName name, @PathVariable MeetingKind kind)
			throws IOException {
		this.current.get().requireSecretariat();
		Cycle cycle = known(name);
		return file(AgendaPaper.of(cycle, this.meetings.of(name, kind), "Draft, not sent", true, this.clock.instant(),
				this.agendas.lines(name, kind)), "%s-%s-agenda-draft.docx".formatted(name, kind));
	}

	private ResponseEntity<byte[]> file(Document document, String name) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		this.word.write(document, out);
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noStore())
			.contentType(WORD)
			.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString())
			.body(out.toByteArray());
	}

	private Cycle known(CycleName name) {
		return this.cycles.find(name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

}
