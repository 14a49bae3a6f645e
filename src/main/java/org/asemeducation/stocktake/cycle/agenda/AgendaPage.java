package org.asemeducation.stocktake.cycle.agenda;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.asemeducation.stocktake.cycle.Meetings;
import org.asemeducation.stocktake.engine.Refused;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where the AES prepares the agenda of a meeting.
 */
@Controller
@RequestMapping("/desk/meetings/{cycle}/{kind}/agenda")
class AgendaPage {

	private static final int FREE_ROWS = 3;

	private static final int MOST_ROWS = 80;

	private final Cycles cycles;

	private final Meetings meetings;

	private final Agendas agendas;

	private final CurrentPerson current;

	AgendaPage(Cycles cycles, Meetings meetings, Agendas agendas, CurrentPerson current) {
		this.cycles = cycles;
		this.meetings = meetings;
		this.agendas = agendas;
		this.current = current;
	}

	@GetMapping
	ModelAndView show(@PathVariable CycleName cycle, @PathVariable MeetingKind kind) {
		this.current.get().requireSecretariat();
		known(cycle);
		return page(HttpStatus.OK, cycle, kind, this.agendas.prepared(cycle, kind));
	}

	@PostMapping
	ModelAndView save(@PathVariable CycleName cycle, @PathVariable MeetingKind kind,
			@RequestParam MultiValueMap<String, String> said, RedirectAttributes next) {
		String by = this.current.get().requireSecretariat().userId();
		known(cycle);
		Agenda agenda = read(said);
		try {
			this.agendas.save(cycle, kind, agenda, by);
		}
		catch (Refused refused) {
			return page(HttpStatus.UNPROCESSABLE_ENTITY, cycle, kind, agenda).addObject("problem",
					refused.getMessage());
		}
		next.addFlashAttribute("done", "The agenda is saved. Nobody is told of it before you send it.");
		return new ModelAndView("redirect:/desk/meetings/{cycle}/{kind}/agenda");
	}

	/**
	 * Rows of the form in the order that their numbers say; free rows without a title are
	 * none.
	 */
	private static Agenda read(MultiValueMap<String, String> said) {
		List<Row> rows = new ArrayList<>();
		for (int row = 0; row < MOST_ROWS && said.containsKey("title-" + row); row++) {
			String standing = text(said, "standing-" + row);
			String title = text(said, "title-" + row).strip();
			if (!title.isEmpty() || !standing.isEmpty()) {
				Integer order = number(text(said, "order-" + row));
				rows.add(new Row((order != null) ? order : MOST_ROWS,
						new AgendaPoint(standing.isEmpty() ? null : standing, title, text(said, "note-" + row),
								minutes(text(said, "minutes-" + row)), said.containsKey("struck-" + row))));
			}
		}
		Integer version = number(text(said, "version"));
		return new Agenda((version != null) ? version : 0,
				rows.stream().sorted(Comparator.comparingInt(Row::order)).map(Row::point).toList());
	}

	private ModelAndView page(HttpStatus status, CycleName cycle, MeetingKind kind, Agenda agenda) {
		return new ModelAndView("agenda", status).addObject("cycle", this.cycles.get(cycle))
			.addObject("meeting", this.meetings.of(cycle, kind))
			.addObject("agenda", agenda)
			.addObject("free", FREE_ROWS)
			.addObject("lines", this.agendas.lines(cycle, kind))
			.addObject("sent", this.agendas.sent(cycle, kind));
	}

	private void known(CycleName cycle) {
		this.cycles.find(cycle).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	private static String text(MultiValueMap<String, String> said, String name) {
		String text = said.getFirst(name);
		return (text != null) ? text : "";
	}

	private static @Nullable Integer number(String text) {
		return text.strip().matches("\\d{1,6}") ? Integer.valueOf(text.strip()) : null;
	}

	/** What is no number is refused later, as one that is too small. */
	private static @Nullable Integer minutes(String text) {
		if (text.isBlank()) {
			return null;
		}
		Integer number = number(text);
		return (number != null) ? number : 0;
	}

	private record Row(int order, AgendaPoint point) {
	}

}
