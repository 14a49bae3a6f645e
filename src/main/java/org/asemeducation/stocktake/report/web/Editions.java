package org.asemeducation.stocktake.report.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.report.Reports;

import org.springframework.stereotype.Component;

/**
 * The published reports, each taken apart once and kept while it is asked for: what is
 * published never changes, a correction is another version.
 */
@Component
class Editions {

	private static final int KEPT = 6;

	private final Reports reports;

	private final TakingPart takingPart;

	private final Map<Key, Edition> editions = new LinkedHashMap<>(KEPT, 0.75f, true) {
		@Override
		protected boolean removeEldestEntry(Map.Entry<Key, Edition> eldest) {
			return size() > KEPT;
		}
	};

	Editions(Reports reports, TakingPart takingPart) {
		this.reports = reports;
		this.takingPart = takingPart;
	}

	/** The same by a name in an address, which may be none of a cycle. */
	Optional<Edition> find(String cycle) {
		try {
			return of(new CycleName(cycle));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	/** The version that is public now; nothing where none is. */
	Optional<Edition> of(CycleName cycle) {
		List<Integer> versions = this.reports.publicVersions(cycle);
		return versions.isEmpty() ? Optional.empty()
				: Optional.of(edition(new Key(cycle, versions.get(versions.size() - 1))));
	}

	private synchronized Edition edition(Key key) {
		return this.editions.computeIfAbsent(key,
				(it) -> Edition.of(this.reports.version(it.cycle(), it.version()).orElseThrow(),
						this.takingPart.of(it.cycle(), it.version())));
	}

	private record Key(CycleName cycle, int version) {
	}

}
