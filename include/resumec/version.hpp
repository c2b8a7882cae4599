#pragma once
#define RESUMEC_VERSION "0.1.0"
