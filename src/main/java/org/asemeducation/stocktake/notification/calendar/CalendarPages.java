package org.asemeducation.stocktake.notification.calendar;

import java.nio.charset.StandardCharsets;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.access.Person;
import org.asemeducation.stocktake.engine.PublicUrl;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/**
 * The calendar as a program reads it, and the page on which somebody of the secretariat
 * gets its address.
 */
@Controller
class CalendarPages {

	private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

	private final CalendarFeeds feeds;

	private final CycleCalendar calendar;

	private final PublicUrl publicUrl;

	private final CurrentPerson current;

	CalendarPages(CalendarFeeds feeds, CycleCalendar calendar, PublicUrl publicUrl, CurrentPerson current) {
		this.feeds = feeds;
		this.calendar = calendar;
		this.publicUrl = publicUrl;
		this.current = current;
	}

	@GetMapping("/calendar/{token}.ics")
	ResponseEntity<String> feed(@PathVariable String token) {
		if (!this.feeds.opens(token)) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND,
					"There is no calendar at this address: make a new one at the secretariat's desk.");
		}
		return ResponseEntity.ok().contentType(CALENDAR).body(this.calendar.file());
	}

	@GetMapping("/desk/calendar")
	ModelAndView show() {
		return page(this.current.get().requireSecretariat());
	}

	/** The address is shown once, in this answer. */
	@PostMapping("/desk/calendar")
	ModelAndView make() {
		Person me = this.current.get().requireSecretariat();
		String token = this.feeds.make(me.userId()).value();
		return page(me).addObject("address", this.publicUrl.to("/calendar/%s.ics".formatted(token)));
	}

	@PostMapping("/desk/calendar/stop")
	String stop() {
		this.feeds.stop(this.current.get().requireSecretariat().userId());
		return "redirect:/desk/calendar";
	}

	private ModelAndView page(Person me) {
		return new ModelAndView("calendar").addObject("subscribed", this.feeds.madeAt(me.userId()).isPresent());
	}

}
