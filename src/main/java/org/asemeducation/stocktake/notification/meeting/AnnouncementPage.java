package org.asemeducation.stocktake.notification.meeting;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.asemeducation.stocktake.cycle.Meetings;
import org.asemeducation.stocktake.engine.Refused;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where the AES announces a meeting: to whom, with which words, and what they will read.
 */
@Controller
@RequestMapping("/desk/meetings/{cycle}/{kind}/announcement")
class AnnouncementPage {

	private final Cycles cycles;

	private final Meetings meetings;

	private final MeetingRoster roster;

	private final Announcements announcements;

	private final Announcing announcing;

	private final AnnouncementText text;

	private final CurrentPerson current;

	AnnouncementPage(Cycles cycles, Meetings meetings, MeetingRoster roster, Announcements announcements,
			Announcing announcing, AnnouncementText text, CurrentPerson current) {
		this.cycles = cycles;
		this.meetings = meetings;
		this.roster = roster;
		this.announcements = announcements;
		this.announcing = announcing;
		this.text = text;
		this.current = current;
	}

	@GetMapping
	ModelAndView show(@PathVariable CycleName cycle, @PathVariable MeetingKind kind) {
		this.current.get().requireSecretariat();
		return page(HttpStatus.OK, known(cycle), kind, null);
	}

	@PostMapping
	ModelAndView announce(@PathVariable CycleName cycle, @PathVariable MeetingKind kind,
			@RequestParam(defaultValue = "0") int number, @RequestParam(defaultValue = "") String words,
			@RequestParam(defaultValue = "false") boolean agenda,
			@RequestParam(required = false) @Nullable List<Long> to, @RequestParam(defaultValue = "") String act,
			RedirectAttributes next) {
		String by = this.current.get().requireSecretariat().userId();
		CycleName name = known(cycle);
		Announcement announcement = new Announcement(number, words, agenda, Optional.ofNullable(to).orElse(List.of()));
		try {
			if (act.equals("look")) {
				announcement.check();
				return page(HttpStatus.OK, name, kind, announcement).addObject("mail",
						this.text.of(name, kind, announcement).orElse(null));
			}
			int mails = this.announcing.announce(name, kind, announcement, by);
			next.addFlashAttribute("done", "%s is announced: %s.".formatted(kind,
					(mails == 1) ? "one mail leaves within two minutes" : mails + " mails leave within two minutes"));
			return new ModelAndView("redirect:/desk/meetings/{cycle}/{kind}/announcement");
		}
		catch (Refused refused) {
			return page(HttpStatus.UNPROCESSABLE_ENTITY, name, kind, announcement).addObject("problem",
					refused.getMessage());
		}
	}

	/** As it stands, or as somebody has filled it in. */
	private ModelAndView page(HttpStatus status, CycleName cycle, MeetingKind kind,
			@Nullable Announcement announcement) {
		List<Invitee> roster = this.roster.of(cycle, kind);
		List<Announcements.Said> said = this.announcements.of(cycle, kind);
		Set<Long> ticked = (announcement != null) ? new HashSet<>(announcement.to())
				: roster.stream().filter(Invitee::usual).map(Invitee::id).collect(Collectors.toSet());
		return new ModelAndView("announcement", status).addObject("cycle", this.cycles.get(cycle))
			.addObject("meeting", this.meetings.of(cycle, kind))
			.addObject("roster", roster)
			.addObject("ticked", ticked)
			.addObject("said", said)
			.addObject("number", (announcement != null) ? announcement.number() : said.size() + 1)
			.addObject("agenda", announcement != null && announcement.agenda())
			.addObject("words", (announcement != null) ? announcement.words() : "");
	}

	private CycleName known(CycleName cycle) {
		return this.cycles.find(cycle).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)).name();
	}

}
