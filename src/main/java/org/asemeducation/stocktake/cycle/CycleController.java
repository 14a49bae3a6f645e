package org.asemeducation.stocktake.cycle;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The cycle's endpoints: reading is for everybody who is signed in, acting for the AES.
 */
@RestController
@RequestMapping("/api/cycles")
class CycleController {

	private final Cycles cycles;

	private final Meetings meetings;

	private final CycleOpening opening;

	private final CyclePreview preview;

	private final CycleActs acts;

	private final Addressees addressees;

	private final CurrentPerson current;

	CycleController(Cycles cycles, Meetings meetings, CycleOpening opening, CyclePreview preview, CycleActs acts,
			Addressees addressees, CurrentPerson current) {
		this.cycles = cycles;
		this.meetings = meetings;
		this.opening = opening;
		this.preview = preview;
		this.acts = acts;
		this.addressees = addressees;
		this.current = current;
	}

	@GetMapping("/proposal")
	ProposedDates proposal(@RequestParam LocalDate som2) {
		secretariat();
		return ProposedDates.backwardsFrom(som2);
	}

	@PostMapping("/preview")
	CyclePreview.Preview preview(@RequestBody NewCycle proposal) {
		secretariat();
		return this.preview.of(proposal);
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	Map<String, String> open(@RequestBody NewCycle proposal) {
		return Map.of("name", this.opening.open(proposal, secretariat()).value());
	}

	@GetMapping("/{cycle}")
	CycleView show(@PathVariable("cycle") CycleName name) {
		Cycle cycle = this.cycles.get(name);
		return new CycleView(cycle.name().value(), cycle.title(), cycle.zone().getId(), cycle.state().word(),
				cycle.date(DeadlineKind.REQUEST), cycle.date(DeadlineKind.DEADLINE), cycle.date(DeadlineKind.FREEZE),
				cycle.date(DeadlineKind.REVIEWS), cycle.date(DeadlineKind.COMMENTS), cycle.date(DeadlineKind.PAPERS),
				this.meetings.of(name), this.cycles.questions(name), cycle.kind().word());
	}

	/** Whom the requests would be sent to. */
	@GetMapping("/{cycle}/requests")
	List<MailToCome> requests(@PathVariable("cycle") CycleName name) {
		secretariat();
		return this.addressees.ofRequests(name);
	}

	@PostMapping("/{cycle}/requests")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void sendRequests(@PathVariable("cycle") CycleName name, @RequestBody(required = false) @Nullable LeftOut leftOut) {
		this.acts.sendRequests(name, (leftOut != null) ? leftOut.contacts() : List.of(), secretariat());
	}

	@PostMapping("/{cycle}/closing")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void closeGathering(@PathVariable("cycle") CycleName name) {
		this.acts.closeGathering(name, secretariat());
	}

	private String secretariat() {
		return this.current.get().requireSecretariat().userId();
	}

	/**
	 * A cycle as its readers see it.
	 */
	record CycleView(String name, String title, String zone, String state, LocalDate request, LocalDate deadline,
			LocalDate freeze, LocalDate reviews, LocalDate comments, LocalDate papers, List<Meeting> meetings,
			List<CycleQuestion> questions, String kind) {
	}

}
