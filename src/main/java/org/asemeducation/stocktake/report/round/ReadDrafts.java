package org.asemeducation.stocktake.report.round;

import java.util.LinkedHashMap;
import java.util.Map;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.report.Reports;

import org.springframework.stereotype.Component;

/**
 * The drafts of rounds: a version never changes, so that each is put together once and
 * kept while it is read.
 */
@Component
class ReadDrafts {

	private static final int KEPT = 4;

	private final Reports reports;

	private final Map<Key, ReadDraft> drafts = new LinkedHashMap<>(KEPT, 0.75f, true) {
		@Override
		protected boolean removeEldestEntry(Map.Entry<Key, ReadDraft> eldest) {
			return size() > KEPT;
		}
	};

	ReadDrafts(Reports reports) {
		this.reports = reports;
	}

	synchronized ReadDraft of(Round round) {
		return this.drafts.computeIfAbsent(new Key(round.cycle(), round.version(), round.checksum()),
				(key) -> ReadDraft.of(this.reports.version(key.cycle(), key.version()).orElseThrow(),
						"/reports/%s/rounds/%d/pictures/".formatted(key.cycle(), round.number())));
	}

	private record Key(CycleName cycle, int version, String checksum) {
	}

}
