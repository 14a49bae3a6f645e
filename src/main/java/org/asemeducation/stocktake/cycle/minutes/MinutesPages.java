package org.asemeducation.stocktake.cycle.minutes;

import java.util.List;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.access.Person;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.asemeducation.stocktake.cycle.Meetings;
import org.asemeducation.stocktake.engine.Refused;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Minutes of a meeting: the AES writes and answers at its desk, the members read and say
 * what is not right.
 */
@Controller
class MinutesPages {

	private static final String DESK = "/desk/meetings/{cycle}/{kind}/minutes";

	private static final String PAGE = "/meetings/{cycle}/{kind}/minutes";

	private final Cycles cycles;

	private final Meetings meetings;

	private final WritingMinutes minutes;

	private final RemarkingOnMinutes remarks;

	private final CurrentPerson current;

	MinutesPages(Cycles cycles, Meetings meetings, WritingMinutes minutes, RemarkingOnMinutes remarks,
			CurrentPerson current) {
		this.cycles = cycles;
		this.meetings = meetings;
		this.minutes = minutes;
		this.remarks = remarks;
		this.current = current;
	}

	@GetMapping(DESK)
	ModelAndView desk(@PathVariable CycleName cycle, @PathVariable MeetingKind kind) {
		this.current.get().requireSecretariat();
		return desk(HttpStatus.OK, known(cycle), kind, this.minutes.draft(cycle, kind));
	}

	@PostMapping(DESK)
	ModelAndView save(@PathVariable CycleName cycle, @PathVariable MeetingKind kind,
			@RequestParam(defaultValue = "0") int version, @RequestParam(defaultValue = "") String text,
			RedirectAttributes next) {
		String by = this.current.get().requireSecretariat().userId();
		MinutesDraft draft = new MinutesDraft(version, text);
		try {
			this.minutes.save(known(cycle), kind, draft, by);
		}
		catch (Refused refused) {
			return desk(HttpStatus.UNPROCESSABLE_ENTITY, cycle, kind, draft).addObject("problem", refused.getMessage());
		}
		return redirect(DESK, "The minutes are saved. Nobody sees them before you send them.", next);
	}

	@PostMapping(DESK + "/sending")
	ModelAndView send(@PathVariable CycleName cycle, @PathVariable MeetingKind kind, RedirectAttributes next) {
		String by = this.current.get().requireSecretariat().userId();
		try {
			int number = this.minutes.send(known(cycle), kind, by);
			return redirect(DESK, "Version %d is sent to the roster.".formatted(number), next);
		}
		catch (Refused refused) {
			return desk(HttpStatus.UNPROCESSABLE_ENTITY, cycle, kind, this.minutes.draft(cycle, kind))
				.addObject("problem", refused.getMessage());
		}
	}

	@PostMapping(DESK + "/remarks/{remark}")
	ModelAndView answer(@PathVariable CycleName cycle, @PathVariable MeetingKind kind, @PathVariable long remark,
			@RequestParam(defaultValue = "") String act, @RequestParam(defaultValue = "") String because,
			RedirectAttributes next) {
		String by = this.current.get().requireSecretariat().userId();
		try {
			this.remarks.answer(known(cycle), kind, remark, act.equals("take"), because, by);
		}
		catch (Refused refused) {
			return desk(HttpStatus.UNPROCESSABLE_ENTITY, cycle, kind, this.minutes.draft(cycle, kind))
				.addObject("problem", refused.getMessage());
		}
		return redirect(DESK, "It is answered: who said it is told by mail.", next);
	}

	@GetMapping(PAGE)
	ModelAndView read(@PathVariable CycleName cycle, @PathVariable MeetingKind kind) {
		return page(HttpStatus.OK, known(cycle), kind, this.current.get(), "");
	}

	@PostMapping(PAGE)
	ModelAndView say(@PathVariable CycleName cycle, @PathVariable MeetingKind kind,
			@RequestParam(defaultValue = "") String text, RedirectAttributes next) {
		Person me = this.current.get();
		try {
			this.remarks.say(known(cycle), kind, text, me);
		}
		catch (Refused refused) {
			return page(
					(refused.why() == Refused.Why.NOT_ALLOWED) ? HttpStatus.FORBIDDEN : HttpStatus.UNPROCESSABLE_ENTITY,
					cycle, kind, me, text)
				.addObject("problem", refused.getMessage());
		}
		return redirect(PAGE, "Your remark is with the secretariat. You are told by mail what becomes of it.", next);
	}

	private ModelAndView desk(HttpStatus status, CycleName cycle, MeetingKind kind, MinutesDraft draft) {
		return common("desk-minutes", status, cycle, kind).addObject("draft", draft)
			.addObject("remarks", this.remarks.of(cycle, kind));
	}

	private ModelAndView page(HttpStatus status, CycleName cycle, MeetingKind kind, Person me, String text) {
		List<MinutesRemark> own = this.remarks.of(cycle, kind)
			.stream()
			.filter((remark) -> remark.user().equals(me.userId()))
			.toList();
		return common("minutes", status, cycle, kind).addObject("remarks", own)
			.addObject("maySay", this.remarks.maySay(cycle, kind, me))
			.addObject("text", text);
	}

	private ModelAndView common(String view, HttpStatus status, CycleName cycle, MeetingKind kind) {
		return new ModelAndView(view, status).addObject("cycle", this.cycles.get(cycle))
			.addObject("meeting", this.meetings.of(cycle, kind))
			.addObject("sent", this.minutes.sent(cycle, kind))
			.addObject("adoptedAt", this.minutes.adoptedAt(cycle, kind).orElse(null));
	}

	private static ModelAndView redirect(String to, String done, RedirectAttributes next) {
		next.addFlashAttribute("done", done);
		return new ModelAndView("redirect:" + to);
	}

	private CycleName known(CycleName cycle) {
		return this.cycles.find(cycle).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)).name();
	}

}
