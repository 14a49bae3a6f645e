package org.asemeducation.stocktake.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;

/**
 * How much of the heap something needs, whoever shares it.
 */
final class Heap {

	private static final double MEGABYTE = 1024 * 1024;

	private Heap() {
	}

	static List<MemoryPoolMXBean> pools() {
		return ManagementFactory.getMemoryPoolMXBeans()
			.stream()
			.filter((pool) -> pool.getType() == MemoryType.HEAP)
			.toList();
	}

	/** Forgets what was needed until now. */
	static void begin() {
		System.gc();
		pools().forEach(MemoryPoolMXBean::resetPeakUsage);
	}

	/** The most that was in use since, with what the collector had not yet freed. */
	static double mostMegabytes() {
		return pools().stream().mapToLong((pool) -> pool.getPeakUsage().getUsed()).sum() / MEGABYTE;
	}

}
