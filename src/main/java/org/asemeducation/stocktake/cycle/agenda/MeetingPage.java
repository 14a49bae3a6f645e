package org.asemeducation.stocktake.cycle.agenda;

import java.util.List;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.Meeting;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.asemeducation.stocktake.cycle.Meetings;
import org.asemeducation.stocktake.cycle.attendance.Attendance;
import org.asemeducation.stocktake.cycle.hosting.HostsWords;
import org.asemeducation.stocktake.cycle.minutes.MeetingDecision;
import org.asemeducation.stocktake.cycle.minutes.MeetingDecisions;
import org.asemeducation.stocktake.cycle.minutes.WritingMinutes;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/**
 * A meeting as everybody who is signed in may read of it: the address that mails carry.
 */
@Controller
class MeetingPage {

	private final Cycles cycles;

	private final Meetings meetings;

	private final Agendas agendas;

	private final MeetingDecisions decisions;

	private final Attendance attendance;

	private final HostsWords hosts;

	private final WritingMinutes minutes;

	MeetingPage(Cycles cycles, Meetings meetings, Agendas agendas, MeetingDecisions decisions, Attendance attendance,
			HostsWords hosts, WritingMinutes minutes) {
		this.cycles = cycles;
		this.meetings = meetings;
		this.agendas = agendas;
		this.decisions = decisions;
		this.attendance = attendance;
		this.hosts = hosts;
		this.minutes = minutes;
	}

	@GetMapping("/meetings/{cycle}/{kind}")
	String show(@PathVariable("cycle") CycleName name, @PathVariable MeetingKind kind, Model model) {
		model.addAttribute("cycle",
				this.cycles.find(name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
		Meeting meeting = this.meetings.of(name, kind);
		model.addAttribute("meeting", meeting);
		model.addAttribute("decisions",
				meeting.isRecorded() ? this.decisions.of(name, kind).decisions() : List.<MeetingDecision>of());
		model.addAttribute("count", meeting.isRecorded() ? this.attendance.count(name, kind).orElse(null) : null);
		model.addAttribute("host", this.hosts.of(name, kind));
		model.addAttribute("minutes", !this.minutes.sent(name, kind).isEmpty());
		model.addAttribute("sent", this.agendas.sent(name, kind));
		return "meeting";
	}

}
