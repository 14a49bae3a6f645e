package org.asemeducation.stocktake.cycle.agenda;

import java.time.LocalDate;
import java.util.List;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.access.Person;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Time at a meeting, as the coordinator's form asks for it.
 */
@RestController
@RequestMapping("/api/cycles/{cycle}/slots/{initiative}")
class SlotController {

	private final AskingForSlot asking;

	private final CurrentPerson current;

	SlotController(AskingForSlot asking, CurrentPerson current) {
		this.asking = asking;
		this.current = current;
	}

	@GetMapping
	SlotsView show(@PathVariable CycleName cycle, @PathVariable String initiative) {
		Person person = this.current.get();
		List<Slot> slots = this.asking.about(cycle, initiative, person);
		List<ToCome> meetings = this.asking.mayAsk(cycle, initiative, person)
				? this.asking.toCome(cycle).stream().map((one) -> new ToCome(one.kind(), one.planned())).toList()
				: List.of();
		return new SlotsView(slots, meetings);
	}

	@PostMapping
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void ask(@PathVariable CycleName cycle, @PathVariable String initiative, @RequestBody NewSlot asked) {
		this.asking.ask(cycle, initiative, asked, this.current.get());
	}

	@PostMapping("/{slot}/withdrawal")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void withdraw(@PathVariable CycleName cycle, @PathVariable String initiative, @PathVariable long slot) {
		this.asking.withdraw(cycle, initiative, slot, this.current.get());
	}

	/**
	 * What was asked for, and where more can be.
	 *
	 * @param slots in the order of asking
	 * @param meetings those to come; none for whoever may not ask
	 */
	record SlotsView(List<Slot> slots, List<ToCome> meetings) {
	}

	/**
	 * A meeting to come.
	 *
	 * @param kind which of the four
	 * @param day its first day; {@code null} when it has none
	 */
	record ToCome(MeetingKind kind, @Nullable LocalDate day) {
	}

}
