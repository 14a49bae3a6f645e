package org.asemeducation.stocktake.cockpit;

import java.util.List;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What our part of Cockpit's dashboard reads. For the secretariat only; nothing is
 * changed here.
 */
@RestController
@RequestMapping("/api/cockpit/cycles")
class CockpitController {

	private final Cycles cycles;

	private final Overviews overviews;

	private final InitiativeLines initiatives;

	private final CurrentPerson current;

	CockpitController(Cycles cycles, Overviews overviews, InitiativeLines initiatives, CurrentPerson current) {
		this.cycles = cycles;
		this.overviews = overviews;
		this.initiatives = initiatives;
		this.current = current;
	}

	@GetMapping
	List<CycleChoice> cycles() {
		this.current.get().requireSecretariat();
		return this.overviews.cycles();
	}

	@GetMapping("/{cycle}")
	Overview overview(@PathVariable("cycle") CycleName name) {
		this.current.get().requireSecretariat();
		return this.overviews.of(this.cycles.get(name));
	}

	@GetMapping("/{cycle}/initiatives")
	InitiativePage initiatives(@PathVariable("cycle") CycleName name, @RequestParam(defaultValue = "") String search,
			@RequestParam(required = false) @Nullable String state,
			@RequestParam(defaultValue = "false") boolean overdue, @RequestParam(defaultValue = "") String objective,
			@RequestParam(defaultValue = "") String region, @RequestParam(defaultValue = "") String kind,
			@RequestParam(defaultValue = "initiative") String sort,
			@RequestParam(defaultValue = "ascending") String order, @RequestParam(defaultValue = "1") int page,
			@RequestParam(defaultValue = "100") int size) {
		this.current.get().requireSecretariat();
		return this.initiatives.of(this.cycles.get(name),
				new Wanted(search, (state != null) ? Standing.of(state) : null, overdue,
						new Among(objective, region, kind), SortBy.of(sort), Wanted.descending(order), page, size));
	}

}
