#pragma once
#define RESUMEC_VERSION "0.1.0"
/// The day of the release, or of the start of work on it.
#define RESUMEC_VERSION_DATE "2026-11-22"
