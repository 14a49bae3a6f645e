package org.asemeducation.stocktake.cycle.attendance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.asemeducation.stocktake.cycle.Meetings;
import org.asemeducation.stocktake.engine.Refused;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where the AES enters who takes part in a meeting.
 */
@Controller
@RequestMapping("/desk/meetings/{cycle}/{kind}/participants")
class ParticipantsPage {

	private final Cycles cycles;

	private final Meetings meetings;

	private final Attendance attendance;

	private final CurrentPerson current;

	ParticipantsPage(Cycles cycles, Meetings meetings, Attendance attendance, CurrentPerson current) {
		this.cycles = cycles;
		this.meetings = meetings;
		this.attendance = attendance;
		this.current = current;
	}

	@GetMapping
	ModelAndView show(@PathVariable CycleName cycle, @PathVariable MeetingKind kind) {
		this.current.get().requireSecretariat();
		return page(HttpStatus.OK, known(cycle), kind, asTyped(this.attendance.of(cycle, kind)));
	}

	@PostMapping("/list")
	ModelAndView type(@PathVariable CycleName cycle, @PathVariable MeetingKind kind,
			@RequestParam(defaultValue = "") String list, RedirectAttributes next) {
		String by = this.current.get().requireSecretariat().userId();
		try {
			return done(this.attendance.type(known(cycle), kind, list, by), next);
		}
		catch (Refused refused) {
			return page(HttpStatus.UNPROCESSABLE_ENTITY, cycle, kind, list).addObject("problem", refused.getMessage());
		}
	}

	@PostMapping("/file")
	ModelAndView load(@PathVariable CycleName cycle, @PathVariable MeetingKind kind, @RequestParam MultipartFile file,
			RedirectAttributes next) throws IOException {
		String by = this.current.get().requireSecretariat().userId();
		try {
			return done(this.attendance.load(known(cycle), kind, file.getBytes(), by), next);
		}
		catch (Refused refused) {
			return page(HttpStatus.UNPROCESSABLE_ENTITY, cycle, kind, asTyped(this.attendance.of(cycle, kind)))
				.addObject("problem", refused.getMessage());
		}
	}

	/** The same as a table for a spreadsheet. */
	@GetMapping("/list.csv")
	ResponseEntity<byte[]> table(@PathVariable CycleName cycle, @PathVariable MeetingKind kind) throws IOException {
		this.current.get().requireSecretariat();
		StringBuilder table = new StringBuilder();
		ParticipantsTable.write(this.attendance.of(known(cycle), kind), table);
		return ResponseEntity.ok()
			.contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment()
						.filename("%s-%s-participants.csv".formatted(cycle, kind))
						.build()
						.toString())
			.body(table.toString().getBytes(StandardCharsets.UTF_8));
	}

	private static ModelAndView done(int persons, RedirectAttributes next) {
		next.addFlashAttribute("done", "The list is loaded: %s. It takes the place of the one before."
			.formatted((persons == 1) ? "1 person" : persons + " persons"));
		return new ModelAndView("redirect:/desk/meetings/{cycle}/{kind}/participants");
	}

	private ModelAndView page(HttpStatus status, CycleName cycle, MeetingKind kind, String typed) {
		return new ModelAndView("participants", status).addObject("cycle", this.cycles.get(cycle))
			.addObject("meeting", this.meetings.of(cycle, kind))
			.addObject("people", this.attendance.of(cycle, kind))
			.addObject("count", this.attendance.count(cycle, kind).orElse(null))
			.addObject("typed", typed);
	}

	private static String asTyped(List<Participant> people) {
		return people.stream()
			.map((one) -> "%s; %s%s".formatted(one.party(), one.name().replace(';', ','),
					one.function().isEmpty() ? "" : "; " + one.function().replace(';', ',')))
			.collect(Collectors.joining("\n"));
	}

	private CycleName known(CycleName cycle) {
		return this.cycles.find(cycle).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)).name();
	}

}
