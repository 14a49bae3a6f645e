package org.asemeducation.stocktake.update;

import java.util.List;
import java.util.Map;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.access.NewParty;
import org.asemeducation.stocktake.access.Party;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the secretariat does about updates: finds coordinators, decides on drafts that
 * were left.
 */
@RestController
class SecretariatController {

	private final FindingCoordinator findingCoordinator;

	private final DraftDecisions decisions;

	private final Drafts drafts;

	private final Register register;

	private final CurrentPerson current;

	SecretariatController(FindingCoordinator findingCoordinator, DraftDecisions decisions, Drafts drafts,
			Register register, CurrentPerson current) {
		this.findingCoordinator = findingCoordinator;
		this.decisions = decisions;
		this.drafts = drafts;
		this.register = register;
		this.current = current;
	}

	@GetMapping("/api/updates/{cycle}/{initiative}/coordinator")
	Choices choices(@PathVariable String cycle, @PathVariable String initiative) {
		secretariat();
		UpdateKey key = UpdateKey.of(cycle, initiative);
		return new Choices(this.register.parties()
			.stream()
			.map((party) -> new Choice(party.id().value(), party.label(), party.name()))
			.toList(), key.initiative().value());
	}

	@PutMapping("/api/updates/{cycle}/{initiative}/coordinator")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void found(@PathVariable String cycle, @PathVariable String initiative, @RequestBody Found found) {
		String by = secretariat();
		this.findingCoordinator.found(UpdateKey.of(cycle, initiative), party(found), by);
	}

	@GetMapping("/api/cycles/{cycle}/drafts")
	List<Drafts.Unsubmitted> drafts(@PathVariable String cycle) {
		secretariat();
		return this.drafts.unsubmitted(new CycleName(cycle))
			.stream()
			.map((draft) -> new Drafts.Unsubmitted(draft.initiative(), draft.title(), draft.savedAt(),
					this.register.nameOf(draft.savedBy())))
			.toList();
	}

	@PostMapping("/api/cycles/{cycle}/drafts")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void decide(@PathVariable String cycle, @RequestBody Decided decided) {
		this.decisions.decide(new CycleName(cycle), (decided.decisions() != null) ? decided.decisions() : Map.of(),
				secretariat());
	}

	private Party party(Found found) {
		if (found.partyId() != null) {
			return this.register.parties()
				.stream()
				.filter((party) -> party.id().value() == found.partyId())
				.findFirst()
				.orElseThrow(() -> Refused.notFound("The register has no party %d.".formatted(found.partyId())));
		}
		if (found.name() == null || found.name().isBlank()) {
			throw Refused.invalid("No coordinator is named yet.",
					List.of(new Problem("name", "Choose a party of the register or name a new one.")));
		}
		return this.register
			.register(new NewParty(found.name(), found.acronym(), (found.kind() != null) ? found.kind() : "other"));
	}

	private String secretariat() {
		return this.current.get().requireSecretariat().userId();
	}

	record Choices(List<Choice> parties, String initiative) {
	}

	record Choice(long id, String label, String name) {
	}

	record Found(@Nullable Long partyId, @Nullable String name, @Nullable String acronym, @Nullable String kind) {
	}

	record Decided(@Nullable Map<String, String> decisions) {
	}

}
