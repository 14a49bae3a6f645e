package org.asemeducation.stocktake.cycle.agenda;

import java.util.List;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.Meeting;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.asemeducation.stocktake.cycle.Meetings;

import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/**
 * The meetings of all cycles at the secretariat's desk, and for each what there is to do
 * beside its tasks.
 */
@Controller
@RequestMapping("/desk/meetings")
class DeskMeetingsPage {

	private final Cycles cycles;

	private final Meetings meetings;

	private final JdbcClient jdbc;

	private final CurrentPerson current;

	DeskMeetingsPage(Cycles cycles, Meetings meetings, JdbcClient jdbc, CurrentPerson current) {
		this.cycles = cycles;
		this.meetings = meetings;
		this.jdbc = jdbc;
		this.current = current;
	}

	@GetMapping
	String all(Model model) {
		this.current.get().requireSecretariat();
		model.addAttribute("cycles",
				this.jdbc.sql("select name from cycle order by opened_at desc, name")
					.query(String.class)
					.list()
					.stream()
					.map(CycleName::new)
					.map((name) -> new OfCycle(this.cycles.get(name), this.meetings.of(name)))
					.filter((one) -> !one.meetings().isEmpty())
					.toList());
		return "desk-meetings";
	}

	@GetMapping("/{cycle}/{kind}")
	String one(@PathVariable("cycle") CycleName name, @PathVariable MeetingKind kind, Model model) {
		this.current.get().requireSecretariat();
		model.addAttribute("cycle",
				this.cycles.find(name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
		model.addAttribute("meeting", this.meetings.of(name, kind));
		return "desk-meeting";
	}

	/**
	 * A cycle with its meetings.
	 */
	record OfCycle(Cycle cycle, List<Meeting> meetings) {
	}

}
